import type { Sides } from '../../lib/estimation/columns.js';
import { columnsText } from '../../lib/estimation/named-columns.js';
import type { Question } from '../../lib/estimation/question.js';
import { surrogatesAsked } from '../../lib/estimation/surrogates-asked.js';
import { shellWord } from '../../lib/text/shell-word.js';
import type { AskedQuestion } from './question-form.js';
import type { Prepared } from './table-messages.js';

/** The columns that are asked about. @throws {RangeError} where they cannot be asked about together */
export function sidesAsked({ x, y, given, lag, surrogates }: AskedQuestion): Sides {
  if (x.length === 0 || y.length === 0) throw new RangeError('no column is ticked: tick one or more');
  if (given.length > 0 && surrogates !== null)
    throw new RangeError(
      'given a column, surrogates are made by swaps among neighbours: leave it at “what suits the rows”',
    );
  return {
    x,
    y,
    ...(given.length === 0 ? {} : { given }),
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
    ['x', columnsText(x)],
    ['y', columnsText(y)],
    ['given', given.length === 0 ? null : columnsText(given)],
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
