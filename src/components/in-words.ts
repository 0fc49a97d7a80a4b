import { extent, flatRollup, mean } from 'd3-array';
import { decimals } from '../lib/text/number.js';

/** What a figure's rows say, for who does not see it: computed, lest words contradict a new run. */
export interface InWordsOptions<R> {
  /** What a reader calls the series that a row belongs to. */
  readonly by: (row: R) => string;
  /** `null` where a row has no value; it counts in no mean. */
  readonly value: (row: R) => number | null;
  /** Digits after the point; 2 where omitted. */
  readonly digits?: number;
}

/** The mean of each series, in the order of the rows: `lowest κ 0.05; random 0.08`. */
export function meansInWords<R>(rows: readonly R[], { by, value, digits = 2 }: InWordsOptions<R>): string {
  return flatRollup(rows, (own) => mean(own, value), by)
    .map(([name, found]) => `${name} ${found === undefined ? 'no value' : decimals(found, digits)}`)
    .join('; ');
}

/**
 * Where the mean of each series begins and ends: `true labels from 1.52 to 4.86; permuted labels from 1.50 to 3.70`.
 *
 * @param along what a course runs along, such as steps
 */
export function coursesInWords<R>(
  rows: readonly R[],
  { by, along, value, digits = 2 }: InWordsOptions<R> & { readonly along: (row: R) => number },
): string {
  const meanAt = (own: readonly R[], place: number | undefined) =>
    mean(
      own.filter((row) => along(row) === place),
      value,
    );
  return flatRollup(rows, (own) => extent(own, along).map((place) => meanAt(own, place)), by)
    .map(([name, ends]) => {
      const [first, last] = ends.map((end) => (end === undefined ? 'no value' : decimals(end, digits)));
      return `${name} from ${first} to ${last}`;
    })
    .join('; ');
}
