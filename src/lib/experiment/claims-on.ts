import type { Measurement, TestedClaim, UntestedClaim } from './claim.js';
import type { RowsOf, TableSchemas } from './column.js';

/** A claim on tables whose columns are known; it reads no other table than those it names. */
export interface StatedClaim<T extends TableSchemas, N extends keyof T> extends Omit<
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
  function claim<N extends keyof T & string>(stated: StatedClaim<T, N>): TestedClaim<RowsOf<T>>;
  function claim(stated: UntestedClaim): UntestedClaim;
  function claim<N extends keyof T & string>(
    stated: StatedClaim<T, N> | UntestedClaim,
  ): TestedClaim<RowsOf<T>> | UntestedClaim {
    return stated;
  }
  return claim;
}
