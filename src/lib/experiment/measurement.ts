import { meanInterval } from '../statistics/interval.js';
import type { Measurement } from './claim.js';
import { finite } from './finite.js';

/** A number that is judged as it stands, without an interval; nothing where it is not finite. */
export function exactly(value: number | null, unit: string, detail: string, seeds = 1): Measurement {
  const found = finite(value);
  return { value: found, low: found, high: found, unit, seeds, detail };
}

/**
 * The mean over independent repetitions, with Student's interval of 95 %. Where one of them has no value there is
 * nothing measured: the mean of the others would leave out the runs that failed.
 */
export function overSeeds(values: readonly (number | null)[], unit: string, detail: string): Measurement {
  const found = values.filter((value): value is number => finite(value) !== null);
  const whole = found.length === values.length ? found : [];
  return { ...meanInterval(whole), unit, seeds: values.length, detail };
}

/** One thing that a claim asks for, and whether the tables have it. */
export interface Condition {
  readonly holds: boolean;
  /** What was found, with its numbers. */
  readonly detail: string;
}

/** How many conditions fail, of which none may; `null` where there is nothing to ask of. */
export function failures(conditions: readonly Condition[], seeds = 1): Measurement {
  const count = conditions.filter(({ holds }) => !holds).length;
  const told = conditions.map(({ holds, detail }) => (holds ? detail : `${detail} (fails)`));
  const unit = `of ${conditions.length} conditions ${count === 1 ? 'fails' : 'fail'}`;
  return exactly(conditions.length > 0 ? count : null, unit, told.join('; '), seeds);
}

/** One of several cases of which a claim says the same. */
export interface Case {
  /** What tells it from the others: `k = 100`. */
  readonly label: string;
  readonly measurement: Measurement;
}

/**
 * The measurement that a claim of the form "in every case" stands or falls with, and in its detail all of them. A case
 * in which nothing was measured speaks most against it.
 *
 * @param against which value speaks most against the claim: the largest, where it says that something is small
 */
export function worst(cases: readonly Case[], against: 'largest' | 'smallest'): Measurement {
  const sign = against === 'largest' ? 1 : -1;
  const weight = ({ measurement: { value } }: Case) => (value === null ? Infinity : sign * value);
  const [first, ...others] = cases;
  if (!first) return exactly(null, '', 'there is no case to measure', 0);
  const found = others.reduce((a, b) => (weight(b) > weight(a) ? b : a), first);
  const detail = cases.map(({ label, measurement }) => `${label}: ${measurement.detail}`).join('; ');
  return { ...found.measurement, detail };
}
