import { mean } from 'd3-array';
import type { RowsOf, TableRows, TableSchemas } from '../experiment/column.js';
import type { ClaimRow } from './claim-columns.js';

/** What stands in a page's text: words or a number as it is read, or whether words of the page hold. */
export type ProseValue = string | boolean;

/** A claim of the paper as it was judged at the largest run that decides it. @throws {RangeError} where there is none */
export type DecidedClaim = (id: string) => ClaimRow;

/**
 * What the text of a paper's page takes from its tables. In the page, `{{name}}` is replaced by a text, and of
 * `{{name? some words}}` the words stand there, provided that the condition holds.
 */
export interface Prose {
  /** Names of the tables that it reads, each at its largest run. */
  readonly tables: readonly string[];
  values(rows: TableRows, claim: DecidedClaim): Readonly<Record<string, ProseValue>>;
}

/** Gives the function that makes parts of a paper's prose, `const prose = proseOn(tables)`, typed by the tables' columns. */
export function proseOn<T extends TableSchemas>(_tables: T) {
  return <N extends keyof T & string>(
    tables: readonly N[],
    values: (rows: Pick<RowsOf<T>, N>, claim: DecidedClaim) => Readonly<Record<string, ProseValue>>,
  ): Prose => ({ tables, values: values as unknown as Prose['values'] });
}

/** What a paper's page is given: its values by name, and why others are missing. */
export interface PageProse {
  readonly values: Readonly<Record<string, ProseValue>>;
  /** A sentence for each part that could not be read from its tables. */
  readonly problems: readonly string[];
}

/** The rows that pass. @throws {RangeError} where none does, so that what the text says of them is missing, not wrong */
export function where<R>(rows: readonly R[], passes: (row: R) => boolean): readonly R[] {
  const found = rows.filter(passes);
  if (found.length === 0) throw new RangeError(`no row is as asked: ${String(passes)}`);
  return found;
}

/** The mean over rows, those without a value left out. @throws {RangeError} where none has a value */
export function meanOf<R>(rows: readonly R[], value: (row: R) => number | null): number {
  const found = mean(rows, value);
  if (found === undefined) throw new RangeError(`no row has a value: ${String(value)}`);
  return found;
}
