import { groups } from 'd3-array';
import type { Row, TableRows } from '../experiment/column.js';
import type { Random } from '../statistics/random.js';

/**
 * How a table is made to say nothing about a claim: within each group of rows that agree in the columns `within`, the
 * distinct values of `column` change places at random. Arms of a comparison become exchangeable, labels lose what they
 * name, and everything else stays as it was measured.
 */
export interface Relabelling {
  readonly table: string;
  readonly column: string;
  readonly within: readonly string[];
}

/** Rows of the tables of a claim, one of them relabelled. */
export function relabelled<R extends TableRows>(
  rows: R,
  { table, column, within }: Relabelling,
  { shuffle }: Pick<Random, 'shuffle'>,
): R {
  const changed = groups(rows[table], (row) => JSON.stringify(within.map((name) => row[name]))).flatMap(
    ([, group]): Row[] => {
      const values = [...new Set(group.map((row) => row[column]))];
      const order = shuffle(values.length);
      const other = new Map(values.map((value, index) => [value, values[order[index]]]));
      return group.map((row) => ({ ...row, [column]: other.get(row[column])! }));
    },
  );
  return { ...rows, [table]: changed };
}
