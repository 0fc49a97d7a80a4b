import { groups, max, mean, sort } from 'd3-array';
import { between, correlations, shares, type ValueRange } from '../../src/lib/claims/attainable.js';
import type { Measured } from '../../src/lib/claims/claim.js';
import { type Condition, type IntervalMeasurement, overSeeds } from '../../src/lib/claims/measurement.js';
import { isAtLeast, liesAbove } from '../../src/lib/claims/predicate.js';
import { pairedValues } from '../../src/lib/statistics/paired-values.js';
import { spearman } from '../../src/lib/statistics/spearman.js';
import { significant } from '../../src/lib/text/number.js';

/** What one network was read as at each checkpoint, in the order of its training. */
export interface Course {
  readonly seed: number;
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/** The courses of some networks that differ by their seed, in its order. */
export function coursesOf<R extends { readonly seed: number }>(
  rows: readonly R[],
  time: (row: R) => number,
  value: (row: R) => number,
): Course[] {
  return sort(
    groups(rows, ({ seed }) => seed),
    ([seed]) => seed,
  ).map(([seed, own]) => {
    const course = sort(own, time);
    return { seed, times: course.map(time), values: course.map(value) };
  });
}

const bySeed = ({ seed }: Course) => seed;

/** From the first checkpoint to the last. */
export const gain = ({ values }: Course) => values[values.length - 1] - values[0];

/** From the first checkpoint to the highest. */
export const highestRise = ({ values }: Course) => max(values)! - values[0];

/** Rank correlation with the time: 0 for a course that never moves, nothing for a single checkpoint. */
function trend({ times, values }: Course): number | null {
  if (values.length < 2) return null;
  const moves = values.some((value) => value !== values[0]);
  return moves ? spearman(times, values) : 0;
}

/** The last value as a share of the highest; nothing where none is above 0. */
function endOfHighest({ values }: Course): number | null {
  const highest = max(values);
  return highest !== undefined && highest > 0 ? values[values.length - 1] / highest : null;
}

/** What is asked of the rank correlation with the time: above 0, and an effect that is not half-hearted. */
export const rising = liesAbove(0, { effect: 0.5 });

/** The criterion that {@link rises} checks, in words. */
export const risingInWords =
  'over the whole course, Spearman’s ρ with the time of training lies above 0 on average over seeds (0.5 is the smallest effect of interest), and the last value is at least 0.9 of the highest';

/** That a course rises: it follows the time, and does not come down again. */
export function rises(
  label: string,
  courses: readonly Course[],
  unit: string,
): Condition<IntervalMeasurement>[] {
  const averageOf = (value: (course: Course) => number) => significant(mean(courses, value) ?? NaN);
  const first = averageOf(({ values }) => values[0]);
  const highest = averageOf(({ values }) => max(values)!);
  const last = averageOf(({ values }) => values[values.length - 1]);
  const told = `from ${first} to ${last} ${unit}, at its highest ${highest}, on average over seeds`;
  return [
    {
      label: `${label}, trend`,
      measurement: overSeeds(courses.map(trend), 'rank correlation with the time of training', told),
      asks: rising,
    },
    {
      label: `${label}, end`,
      measurement: overSeeds(courses.map(endOfHighest), 'last value as a share of the highest', told),
      asks: isAtLeast(0.9),
    },
  ];
}

/** Between which values that comes out which {@link rises} asks for. */
export const risesBetween = (_: unknown, { unit }: Measured): ValueRange =>
  unit.startsWith('rank correlation') ? correlations : shares;

/** What a column of ten classes can tell of them, bits. */
const most = Math.log2(10);

const first = ({ values }: Course) => values[0];

/** The gain of learning networks beyond three times that of memorising ones, of the same seeds. */
export function gainBeyondThrice(
  learning: readonly Course[],
  memorising: readonly Course[],
): IntervalMeasurement {
  const told = [learning, memorising].map((courses) => significant(mean(courses, gain) ?? NaN));
  return overSeeds(
    pairedValues(learning, memorising, bySeed, (learnt, memorised) => gain(learnt) - 3 * gain(memorised)),
    'bits gained beyond three times the gain with permuted labels',
    `mean gain ${told[0]} bits, with permuted labels ${told[1]}`,
  );
}

/** Between which values that comes out: learning networks may come to know the class. */
export function gainsBetween(learning: readonly Course[], memorising: readonly Course[]): ValueRange {
  const others = 3 * (mean(memorising, gain) ?? NaN);
  return between(-(mean(learning, first) ?? NaN) - others, most - (mean(learning, first) ?? NaN) - others);
}

/** How high memorising networks rise, as a share of what learning ones of the same seeds gain. */
export function riseAsShare(learning: readonly Course[], memorising: readonly Course[]): IntervalMeasurement {
  const gained = significant(mean(learning, gain) ?? NaN);
  const rise = significant(mean(memorising, highestRise) ?? NaN);
  return overSeeds(
    pairedValues(learning, memorising, bySeed, (learnt, memorised) =>
      gain(learnt) > 0 ? highestRise(memorised) / gain(learnt) : NaN,
    ),
    'highest rise with permuted labels, as a share of the gain with true ones',
    `with permuted labels DSMI rises by ${rise} bits at most, with true ones it gains ${gained}, on average over seeds`,
  );
}

/** Between which values that comes out: memorising networks may come to know the class. */
export const risesAsShareBetween = (learning: readonly Course[], memorising: readonly Course[]): ValueRange =>
  between(0, (most - (mean(memorising, first) ?? NaN)) / (mean(learning, gain) ?? NaN));
