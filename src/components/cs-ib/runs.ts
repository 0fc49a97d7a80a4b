import { escape, type ColumnTable } from 'arquero';

/** The data sets of a table, in the order in which they were run. */
export function datasetsOf(runs: ColumnTable): string[] {
  return distinct(runs, 'dataset') as string[];
}

/** A method's β values, ascending. */
export function betasOf(runs: ColumnTable, method: string): number[] {
  const rows = runs.filter(escape((row: { method: string }) => row.method === method));
  return distinct(rows.orderby('beta'), 'beta') as number[];
}

/** The different values of a column, in the order in which they first come. */
export function distinct(runs: ColumnTable, column: string): unknown[] {
  return [...new Set(runs.array(column) as unknown[])];
}
