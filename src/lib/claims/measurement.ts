import { finite } from '../experiment/finite.js';
import { bootstrap, type BootstrapOptions } from '../statistics/bootstrap.js';
import { correlationInterval, type CorrelationKind } from '../statistics/correlation-interval.js';
import { meanInterval } from '../statistics/interval.js';
import { shareInterval } from '../statistics/share-interval.js';
import { studentTails } from '../statistics/student.js';
import type { TestedInterval } from '../statistics/tested-interval.js';
import type { Predicate } from './predicate.js';

interface Measured {
  /** The point estimate, `null` where nothing could be measured. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Unit, or what the number counts: "bits", "log-price RMSE difference", "violations of 10,000". */
  readonly unit: string;
  /** One sentence with the numbers a reader needs to judge the verdict. */
  readonly detail: string;
}

/** A number in which nothing is sampled: low and high are the value. */
export interface ExactMeasurement extends Measured {
  readonly uncertainty: 'exact';
}

/** Of which kind an interval is. */
export const intervalKinds = [
  'Student',
  'Clopper–Pearson',
  'Fisher z, Pearson',
  'Fisher z, Spearman',
  'Fisher z, Kendall',
  'bootstrap',
] as const;
export type IntervalKind = (typeof intervalKinds)[number];

/** An estimate with its interval of 95 % over independent repetitions. */
export interface IntervalMeasurement extends Measured {
  readonly uncertainty: IntervalKind;
  /** How many independent repetitions stand behind it; settings of one seed are not independent of each other. */
  readonly repetitions: number;
  /** Two-sided p value of the hypothesis that the true value is `x`; 1 where nothing was measured. */
  pValue(x: number): number;
}

/** The kinds of interval that say by themselves between which values a measurement lies: of shares, of correlations. */
export const boundedKinds = [
  'Clopper–Pearson',
  'Fisher z, Pearson',
  'Fisher z, Spearman',
  'Fisher z, Kendall',
] as const satisfies readonly IntervalKind[];

/** A share or a correlation. */
export interface BoundedMeasurement extends IntervalMeasurement {
  readonly uncertainty: (typeof boundedKinds)[number];
}

export type Measurement = ExactMeasurement | IntervalMeasurement;

export function isInterval(measurement: Measurement): measurement is IntervalMeasurement {
  return measurement.uncertainty !== 'exact';
}

/** How many independent repetitions stand behind a measurement; 0 where nothing is sampled. */
export function repetitionsOf(measurement: Measurement): number {
  return isInterval(measurement) ? measurement.repetitions : 0;
}

/** One of several things that a claim asks for at once, each with a measurement of its own. */
export interface Condition<M extends Measurement = Measurement> {
  /** What tells it from the others: "k = 100". */
  readonly label: string;
  readonly measurement: M;
  /** What is asked of it, where that is not what the claim asks. */
  readonly asks?: Predicate;
}

/** Conditions that a claim stands or falls with, all of them. */
export type Conditions<M extends Measurement = Measurement> = readonly Condition<M>[];

/** A number in which nothing is sampled: a closed form, a count of violations. Nothing where it is not finite. */
export function exactly(value: number | null, unit: string, detail: string): ExactMeasurement {
  const found = finite(value);
  return { value: found, low: found, high: found, unit, detail, uncertainty: 'exact' };
}

/**
 * The mean over independent repetitions, with Student's interval. Where one of them has no value nothing is measured: the
 * mean of the others would leave out the runs that failed.
 *
 * @param values one for each repetition; differences of pairs where arms share a seed
 */
export function overSeeds(
  values: readonly (number | null)[],
  unit: string,
  detail: string,
): IntervalMeasurement {
  const repetitions = values.length;
  const found = values.filter((value): value is number => finite(value) !== null);
  const { value, low, high } = meanInterval(found.length === repetitions ? found : []);
  const common = { value, low, high, unit, detail, repetitions, uncertainty: 'Student' as const };
  if (value === null || low === null) return { ...common, pValue: () => 1 };
  const error = meanError(found, value);
  return {
    ...common,
    pValue(x) {
      if (error === 0) return x === value ? 1 : 0;
      return studentTails((value - x) / error, repetitions - 1);
    },
  };
}

function meanError(values: readonly number[], mean: number): number {
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/**
 * How often something came out, of independent repetitions, with Clopper and Pearson's interval: what a claim of "most"
 * or "typically" is measured by.
 *
 * @param outcomes one for each repetition; where one is `null`, nothing is measured
 */
export function shareOf(
  outcomes: readonly (boolean | null)[],
  unit: string,
  detail: string,
): BoundedMeasurement {
  const known = outcomes.length > 0 && outcomes.every((outcome) => outcome !== null);
  const interval = known && shareInterval(outcomes.filter(Boolean).length, outcomes.length);
  return measuredBy(interval || undefined, 'Clopper–Pearson', outcomes.length, unit, detail);
}

/** A correlation of independent pairs, with the interval on Fisher's scale; nothing for fewer than five pairs. */
export function correlationOf(
  { value, pairs, kind }: { readonly value: number; readonly pairs: number; readonly kind: CorrelationKind },
  unit: string,
  detail: string,
): BoundedMeasurement {
  const interval = finite(value) !== null && pairs >= 5 && correlationInterval(value, pairs, kind);
  return measuredBy(interval || undefined, `Fisher z, ${kind}`, pairs, unit, detail);
}

/** A statistic of independent units, with the percentile interval of the bootstrap; nothing where it does not exist. */
export function bootstrapped<T>(
  units: readonly T[],
  statistic: (units: readonly T[]) => number,
  unit: string,
  detail: string,
  options?: BootstrapOptions,
): IntervalMeasurement {
  const known = units.length > 1 && finite(statistic(units)) !== null;
  const interval = known ? bootstrap(units, statistic, options) : undefined;
  return measuredBy(interval, 'bootstrap', units.length, unit, detail);
}

function measuredBy<K extends IntervalKind>(
  interval: TestedInterval | undefined,
  uncertainty: K,
  repetitions: number,
  unit: string,
  detail: string,
): IntervalMeasurement & { readonly uncertainty: K } {
  const common = { unit, detail, uncertainty, repetitions };
  return interval
    ? { ...common, ...interval }
    : { ...common, value: null, low: null, high: null, pValue: () => 1 };
}
