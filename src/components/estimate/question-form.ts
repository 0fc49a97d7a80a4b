import { methodInWords } from '../../lib/estimation/method-of.js';
import { methods } from '../../lib/estimation/methods.js';
import { askableColumns, type TableSummary } from '../../lib/estimation/table-summary.js';
import { type SurrogateKind, surrogateKinds } from '../../lib/statistics/surrogates.js';
import { optionsOf, range, select } from '../control.js';
import { form } from '../form.js';
import { columnsField } from './columns-field.js';

/** What a reader asks of a table. */
export interface AskedQuestion {
  /** Several columns count as one variable. */
  readonly x: readonly string[];
  readonly y: readonly string[];
  /** None where nothing is given. */
  readonly given: readonly string[];
  /** 0 where the rows are no series. */
  readonly lag: number;
  /** Of one method alone; the advised one where `null`. */
  readonly estimator: string | null;
  readonly permutations: number;
  readonly surrogates: SurrogateKind | null;
  readonly seed: number;
}

/** @throws {RangeError} where there are no two columns that a question can be about */
export function questionForm(summary: TableSummary) {
  const askable = askableColumns(summary);
  if (askable.length < 2)
    throw new RangeError(
      `${summary.name}: a question takes two columns that vary, and ${askable.length === 1 ? 'one column does' : 'none does'} (${summary.columns
        .map(({ name, found }) => `${name}: ${found}`)
        .join('; ')})`,
    );
  // Whatever the reader chooses is answered, be it by a reason why not.
  const names = summary.columns.map(({ name }) => name);
  return form({
    x: columnsField('What does', { names, initial: [askable[0].name] }),
    y: columnsField('tell about', { names, initial: [askable[1].name] }),
    given: columnsField('beyond', { names, initial: [], none: 'nothing' }),
    lag: range('x so many rows before y', {
      ...{ min: 0, max: 50, step: 1, value: 0 },
      format: (steps) => (steps === 0 ? 'none: no series' : String(steps)),
    }),
    estimator: select<string | null>('Estimator', [
      ['the recommended one', null],
      ...methods.map(({ id }) => [methodInWords(id), id] as const),
    ]),
    permutations: select('Surrogates', optionsOf([0, 200, 1000, 5000]), 200),
    surrogates: select<SurrogateKind | null>('made by', [
      ['what suits the rows', null],
      ...optionsOf(surrogateKinds),
    ]),
    seed: range('Seed', { min: 1, max: 20, step: 1, value: 1 }),
  });
}
