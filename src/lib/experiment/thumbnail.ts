import * as Plot from '@observablehq/plot';
import type { RowsOf, TableSchemas } from './column.js';
import type { Thumbnail } from './paper.js';

/**
 * Colours of a picture without a page around it, which knows neither the page's variables nor whether it is dark: each
 * has a contrast of 3:1 or more with a light page and with a dark one.
 */
export const thumbnailColors = {
  grey: '#808080',
  blue: '#0d7fb8',
  orange: '#d55e00',
  green: '#00915f',
  mauve: '#b07aa1',
} as const;

export type ThumbnailColors = typeof thumbnailColors;

/** Rows of some tables: `{ plane: PlaneRow }` gives `{ plane: readonly PlaneRow[] }`. */
type RowsOfTables<R> = { readonly [K in keyof R]: readonly R[K][] };

/**
 * The small picture of a paper's main figure: marks in a grey frame, without words.
 *
 * @param tables Names of the tables that it is drawn from.
 * @param marks Marks of Plot, from the tables' rows.
 * @param options Of the plot, such as the domain of a scale.
 */
export function thumbnail<R>(
  tables: readonly (keyof R & string)[],
  marks: (rows: RowsOfTables<R>, colors: ThumbnailColors) => Plot.Markish[],
  options: Plot.PlotOptions = {},
): Thumbnail {
  return {
    tables,
    draw(given, document) {
      const rows = Object.fromEntries(tables.map((name) => [name, given[name].objects()]));
      const frame = Plot.frame({ stroke: thumbnailColors.grey, strokeOpacity: 0.4 });
      return Plot.plot({
        document,
        width: 320,
        height: 200,
        margin: 10,
        axis: null,
        ...options,
        marks: [frame, ...marks(rows as unknown as RowsOfTables<R>, thumbnailColors)],
      });
    },
  };
}

/** A small picture of tables whose columns are known; it reads no other table than those it names. */
export interface Picture<T extends TableSchemas, N extends keyof T> {
  /** Names of the tables it is drawn from. */
  readonly tables: readonly N[];
  /** Marks of Plot, from the tables' rows. */
  marks(rows: Pick<RowsOf<T>, N>, colors: ThumbnailColors): Plot.Markish[];
  /** Of the plot, such as the domain of a scale. */
  readonly options?: Plot.PlotOptions;
}

/** As {@link thumbnail}, its rows typed by the columns of the paper's tables. */
export function thumbnailOf<T extends TableSchemas, N extends keyof T & string>(
  _tables: T,
  { tables, marks, options }: Picture<T, N>,
): Thumbnail {
  return thumbnail<Record<string, unknown>>(
    tables,
    (rows, colors) => marks(rows as unknown as Pick<RowsOf<T>, N>, colors),
    options,
  );
}
