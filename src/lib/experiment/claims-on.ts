import type { ColumnTable } from 'arquero';
import type { Measurement, TestedClaim, UntestedClaim } from './claim.js';
import type { Row, RowsOf, TableSchemas } from './column.js';

/** Rows of a paper's tables, by name. */
export type TableRows = Readonly<Record<string, readonly Row[]>>;

/** A tested claim that reads rows: `R` are those of its paper's tables. */
export interface ClaimOnRows<R extends TableRows = TableRows> extends TestedClaim {
  measureRows(rows: R): Measurement;
}

/** A claim on tables whose columns are known; it reads no other table than those it names. */
export interface TypedClaim<T extends TableSchemas, N extends keyof T> extends Omit<
  TestedClaim,
  'tables' | 'measure'
> {
  /** Names of the tables that `measure` reads; all of them of one profile. */
  readonly tables: readonly N[];
  measure(rows: Pick<RowsOf<T>, N>): Measurement;
}

/**
 * Gives the function that makes a paper's claims, `const claim = claimsOn(tables)`: what a claim measures is typed by
 * the columns of the tables that it names. A claim that no run can decide passes as it is.
 */
export function claimsOn<T extends TableSchemas>(_tables: T) {
  function claim<N extends keyof T & string>(stated: TypedClaim<T, N>): ClaimOnRows<RowsOf<T>>;
  function claim(stated: UntestedClaim): UntestedClaim;
  function claim<N extends keyof T & string>(
    stated: TypedClaim<T, N> | UntestedClaim,
  ): ClaimOnRows<RowsOf<T>> | UntestedClaim {
    if ('untested' in stated) return stated;
    const measureRows = (rows: RowsOf<T>) => stated.measure(rows);
    return { ...stated, measureRows, measure: (found) => measureRows(rowsOf(found) as RowsOf<T>) };
  }
  return claim;
}

function rowsOf(tables: Readonly<Record<string, ColumnTable>>): TableRows {
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table.objects() as Row[]]));
}
