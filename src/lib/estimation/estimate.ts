import { analyse } from './analysis.js';
import { sidesOf } from './columns.js';
import type { Analysis, Question } from './question.js';
import { surrogatesAsked } from './surrogates-asked.js';
import { tableOf } from './table.js';
import type { Cell } from './variable.js';
import { sentenceOf } from './words.js';

/** Rows of a table, as Arquero's `objects()` and d3's `csvParse` give them. */
export type TableRows = readonly Readonly<Record<string, Cell>>[];

/** What is asked of a table, by names of its columns: several on one side count as one variable. */
export interface Ask extends Partial<Pick<Question, 'methods' | 'permutations' | 'surrogates' | 'seed'>> {
  readonly x: string | readonly string[];
  readonly y: string | readonly string[];
  /** What is known already: the information beyond it is asked for. */
  readonly given?: string | readonly string[];
  /** Rows are a series: the information of x so many steps before, beyond the past of y itself (transfer entropy). */
  readonly lag?: number;
}

/** What there is to say, with one sentence that says most of it. */
export interface Estimate extends Analysis {
  readonly sentence: string;
  /** Rows that miss a value in a column that is used. */
  readonly leftOut: number;
}

/**
 * How much columns of a table tell about each other, in nats: looks at what they hold, chooses the estimator that suits
 * them, and says how far to believe it by an interval of 95 %, a permutation test (200 surrogates where omitted) and
 * warnings. The same as `litmus estimate`.
 *
 * @throws {RangeError} if there is no such column, no row has a value in each, or the estimator refuses: with what was
 *   found, and what to use.
 */
export function estimate(
  rows: TableRows,
  { x, y, given, lag, methods, permutations = 200, surrogates, seed = 1 }: Ask,
): Estimate {
  const columns = new Map(Object.keys(rows[0] ?? {}).map((name) => [name, rows.map((row) => row[name])]));
  const sides = {
    x: [x].flat(),
    y: [y].flat(),
    given: given === undefined ? undefined : [given].flat(),
    lag,
  };
  const { leftOut, ...asked } = sidesOf(tableOf('the table', { columns, notes: [] }), sides);
  const work = analyse({
    ...asked,
    ...{ methods, permutations, seed },
    surrogates: surrogatesAsked(surrogates, lag),
  });
  let step = work.next();
  while (!step.done) step = work.next();
  return { ...step.value, sentence: sentenceOf(asked, step.value), leftOut };
}
