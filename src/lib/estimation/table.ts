import { unknownName } from '../text/unknown-name.js';
import type { Cell } from './variable.js';

/** A table that somebody brought. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** What its owner should know of how it was read, each a sentence. */
  readonly notes: readonly string[];
  /** The cells of a column, from the first row. @throws {RangeError} where there is no such column, or its cells are nested. */
  cells(column: string): readonly Cell[];
}

/** Columns by their names, with what is to be said of how they were read. */
export interface ReadColumns {
  readonly columns: ReadonlyMap<string, readonly unknown[]>;
  readonly notes: readonly string[];
}

/** A table of columns, each of as many cells. */
export function tableOf(name: string, { columns, notes }: ReadColumns): Table {
  const names = [...columns.keys()];
  return {
    name,
    columns: names,
    rows: columns.get(names[0])?.length ?? 0,
    notes,
    cells(column) {
      const cells = columns.get(column);
      if (!cells) throw new RangeError(unknownName('column', column, names));
      const nested = cells.findIndex(
        (cell) => typeof cell === 'object' && cell !== null && !(cell instanceof Date),
      );
      if (nested >= 0)
        throw new RangeError(
          `column "${column}" is nested (row ${nested + 1}): give numbers, texts or dates`,
        );
      return cells as readonly Cell[];
    },
  };
}
