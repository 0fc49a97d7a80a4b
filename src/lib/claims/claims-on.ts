import type { RowOf, RowsOf, TableSchemas } from '../experiment/column.js';
import type { ValueRange } from './attainable.js';
import type { ExactClaim, Measured, SampledClaim, UntestedClaim } from './claim.js';
import type { BoundedMeasurement, Conditions } from './measurement.js';

/** How data that say nothing about a claim are made of one of its tables; typed by the table's columns. */
export type RelabellingOf<T extends TableSchemas, N extends keyof T> = {
  readonly [K in N]: {
    readonly table: K;
    readonly column: keyof RowOf<T[K]['columns']>;
    readonly within: readonly (keyof RowOf<T[K]['columns']>)[];
  };
}[N];

/** A claim on tables whose columns are known; it reads no other table than those it names. */
type On<C extends SampledClaim | ExactClaim, T extends TableSchemas, N extends keyof T> = Omit<
  C,
  'tables' | 'measure' | 'gates' | 'attainable' | 'chance'
> & {
  /** Names of the tables that it reads; all of them of one profile. */
  readonly tables: readonly N[];
  gates?(rows: Pick<RowsOf<T>, N>): ReturnType<NonNullable<C['gates']>>;
};

/** What is measured, and between which values that can come out. */
interface Ranged<C extends SampledClaim | ExactClaim, T extends TableSchemas, N extends keyof T> {
  measure(rows: Pick<RowsOf<T>, N>): ReturnType<C['measure']>;
  attainable(rows: Pick<RowsOf<T>, N>, measured: Measured): ValueRange;
}

/** The same of shares and correlations, whose range is that of their kind. */
interface Bounded<T extends TableSchemas, N extends keyof T> {
  measure(rows: Pick<RowsOf<T>, N>): BoundedMeasurement | Conditions<BoundedMeasurement>;
  readonly attainable?: never;
}

export type SampledClaimOn<T extends TableSchemas, N extends keyof T> = On<SampledClaim, T, N> & {
  readonly chance?: RelabellingOf<T, N>;
  readonly exact?: never;
} & (Ranged<SampledClaim, T, N> | Bounded<T, N>);
export type ExactClaimOn<T extends TableSchemas, N extends keyof T> = On<ExactClaim, T, N> &
  Ranged<ExactClaim, T, N>;

/**
 * Gives the function that makes a paper's claims, `const claim = claimsOn(tables)`: what a claim measures is typed by
 * the columns of the tables that it names, and with an interval unless it says why it is exact; it says between which
 * values that can come out, unless these are shares or correlations. A claim that no run decides passes as it is.
 */
export function claimsOn<T extends TableSchemas>(_tables: T) {
  // The compiler tells what the last of them misses.
  function claim(stated: UntestedClaim): UntestedClaim;
  function claim<N extends keyof T & string>(stated: ExactClaimOn<T, N>): ExactClaim<RowsOf<T>>;
  function claim<N extends keyof T & string>(stated: SampledClaimOn<T, N>): SampledClaim<RowsOf<T>>;
  function claim<N extends keyof T & string>(
    stated: ExactClaimOn<T, N> | SampledClaimOn<T, N> | UntestedClaim,
  ): unknown {
    return stated;
  }
  return claim;
}
