import { studentQuantile } from '../statistics/student.js';
import type { IntervalMeasurement } from './measurement.js';
import { direction, type Predicate } from './predicate.js';

/** Fewer independent repetitions than this decide nothing. */
export const fewestRepetitions = 5;

const most = 100_000;

/** The 97.5 % quantile of Student's t; of many degrees by the expansion of Abramowitz and Stegun, 26.7.5, to 10⁻⁶. */
function quantile975(degrees: number): number {
  if (degrees < 100) return studentQuantile(0.975, degrees);
  const z = 1.959963984540054;
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}

/**
 * About how many independent repetitions would decide, were the value and the spread what they were here: the fewest
 * for which the interval, of half-width w √(n/n′) for w the one seen with n (times the quotient of Student's quantiles,
 * where it is Student's), leaves the bound or the smallest effect of interest outside. `null` where nothing was measured,
 * the value lies on what it is compared with, or more than 100,000 would be needed.
 */
export function repetitionsToDecide(
  { value, low, high, repetitions, uncertainty }: IntervalMeasurement,
  asks: Predicate,
): number | null {
  if (value === null || low === null || high === null) return null;
  const sign = direction(asks);
  const beyondBound = sign * (value - asks.bound);
  const shortOfEffect = sign * (asks.effect - value);
  // Between bound and effect either line may be left outside; elsewhere, the one that the value has passed.
  const distance = Math.max(beyondBound, shortOfEffect);
  const half = (high - low) / 2;
  if (!(distance > 0)) return null;
  const quantile = (n: number) => (uncertainty === 'Student' ? quantile975(n - 1) : 1);
  const halfAt = (n: number) =>
    (half * Math.sqrt(repetitions / n) * quantile(n)) / quantile(Math.max(repetitions, 2));
  if (halfAt(most) >= distance) return null;
  let [tooFew, enough] = [fewestRepetitions - 1, most];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (halfAt(middle) < distance) enough = middle;
    else tooFew = middle;
  }
  // An interval at the edge of what is possible does not shrink by this law: then nothing is known.
  return enough > repetitions || repetitions < fewestRepetitions ? enough : null;
}
