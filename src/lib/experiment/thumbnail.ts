import type { Row, RowsOf, TableSchemas } from './column.js';
import type { Thumbnail } from './paper.js';

/** A thumbnail of tables whose columns are known; it reads no other table than those it names. */
export interface TypedThumbnail<T extends TableSchemas, N extends keyof T> {
  /** Names of the tables it is drawn from. */
  readonly tables: readonly N[];
  /** @param document what the picture's elements are made with; there is no page around it. */
  draw(rows: Pick<RowsOf<T>, N>, document: Document): Element;
}

/** A paper's small picture, drawn from rows that are typed by the columns of its tables. */
export function thumbnailOf<T extends TableSchemas, N extends keyof T & string>(
  _tables: T,
  { tables: names, draw }: TypedThumbnail<T, N>,
): Thumbnail {
  return {
    tables: names,
    draw(tables, document) {
      const rows = names.map((name) => [name, tables[name].objects() as Row[]] as const);
      return draw(Object.fromEntries(rows) as unknown as Pick<RowsOf<T>, N>, document);
    },
  };
}
