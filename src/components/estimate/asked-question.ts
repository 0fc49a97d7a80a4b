import type { Sides } from '../../lib/estimation/columns.js';
import type { Question } from '../../lib/estimation/question.js';
import { surrogatesAsked } from '../../lib/estimation/surrogates-asked.js';
import type { AskedQuestion } from './question-form.js';
import type { Prepared } from './table-messages.js';

/** The columns that are asked about. @throws {RangeError} where they cannot be asked about together */
export function sidesAsked({ x, y, given, lag, surrogates }: AskedQuestion): Sides {
  if (x === y) throw new RangeError(`"${x}" tells all about itself: choose two columns`);
  if (given === x || given === y)
    throw new RangeError(
      `beyond what "${given}" tells, nothing is left of it: choose another column to be given`,
    );
  if (given !== null && surrogates !== null)
    throw new RangeError(
      'given a column, surrogates are made by swaps among neighbours: leave it at “what suits the rows”',
    );
  return {
    x: [x],
    y: [y],
    ...(given === null ? {} : { given: [given] }),
    ...(lag === 0 ? {} : { lag }),
  };
}

/** The question, as the library takes it. */
export function questionAsked(
  { estimator, permutations, surrogates, lag, seed }: AskedQuestion,
  { x, y, z }: Prepared,
): Question {
  return {
    ...{ x, y, z, permutations, seed },
    methods: estimator === null ? undefined : [estimator],
    surrogates: surrogatesAsked(surrogates ?? undefined, lag === 0 ? undefined : lag),
  };
}

/** The same question at the command line. */
export function commandFor(
  file: string,
  { x, y, given, lag, estimator, permutations, surrogates, seed }: AskedQuestion,
): string {
  const options: readonly (readonly [string, string | number | null])[] = [
    ['x', x],
    ['y', y],
    ['given', given],
    ['lag', lag === 0 ? null : lag],
    ['estimator', estimator],
    ['permutations', permutations === 200 ? null : permutations],
    ['surrogates', surrogates],
    ['seed', seed === 1 ? null : seed],
  ];
  const written = options.flatMap(([name, value]) =>
    value === null ? [] : [`--${name} ${shellWord(value)}`],
  );
  return ['npx litmus estimate', shellWord(file), ...written].join(' ');
}

/** A word as a shell reads it back. */
const shellWord = (value: string | number) =>
  /^[\w./-]+$/.test(String(value)) ? String(value) : `'${String(value).replaceAll("'", "'\\''")}'`;
