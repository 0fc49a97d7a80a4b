import type { Random } from '../statistics/random.js';
import { studentQuantile } from '../statistics/student.js';

/** An estimate with the interval in which repetitions of it scatter. */
export interface SubsampleInterval {
  /** Of the whole sample. */
  readonly value: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/** Fewer points than these in a part say more about small samples than about scatter. */
const leastPart = 25;
const mostParts = 10;

/** Fewer points than these have too few parts to tell a variance. */
export const leastForInterval = 4 * leastPart;

/**
 * An interval of 95 % for an estimate whose variance falls like 1/n, from the scatter over disjoint parts of the sample
 * (C. Holmes, I. Nemenman, "Estimation of mutual information for real-valued data with error bars and controlled bias",
 * *Phys. Rev. E* 100, 2019). The sample is divided at random into p = 2, 3, … 10 equal parts, of at least 25 points. With s_p²
 * the variance of the estimates over p parts, the variance of the whole sample's is
 * Σ_p (p − 1) s_p²/p / Σ_p (p − 1). No part holds an observation twice, as the bootstrap's do, whose duplicates are
 * neighbours at distance zero. The ends are ± t of the largest number of parts less one, times the square root.
 *
 * It knows scatter alone: neither the bias of the estimator nor rows that depend on each other, as those of a series do.
 * Measured on normals of correlation 0, 0.6 and 0.9 with the estimate of Kraskov et al., it held the truth in 96 % of
 * 500 samples of 100 points, 93 % to 96 % of 400 of 200, 95 % to 96 % of 300 of 500, and 91 % to 97 % of 150 of 1000.
 *
 * @param estimate of the observations with these numbers.
 * @throws {RangeError} for fewer than 100 observations, and what the estimate throws.
 */
export function subsampleInterval(
  n: number,
  estimate: (numbers: Uint32Array) => number,
  random: Random,
): SubsampleInterval {
  if (n < leastForInterval)
    throw new RangeError(`interval from parts of ${n} observations: at least ${leastForInterval} are needed`);
  const value = estimate(Uint32Array.from({ length: n }, (_, i) => i));
  const most = Math.min(mostParts, Math.floor(n / leastPart));
  let [squares, weight] = [0, 0];
  for (let parts = 2; parts <= most; parts++) {
    const order = random.shuffle(n);
    const size = Math.floor(n / parts);
    const estimates = Float64Array.from({ length: parts }, (_, part) =>
      estimate(order.slice(part * size, (part + 1) * size)),
    );
    const mean = estimates.reduce((sum, one) => sum + one, 0) / parts;
    squares += estimates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / parts;
    weight += parts - 1;
  }
  const standardError = Math.sqrt(squares / weight);
  const half = studentQuantile(0.975, most - 1) * standardError;
  return { value, standardError, low: value - half, high: value + half };
}
