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

/** The small picture of a paper's main figure: marks in a grey frame, without words. */
export interface Picture<T extends TableSchemas, N extends keyof T> {
  /** Names of the tables it is drawn from; it reads no others. */
  readonly tables: readonly N[];
  /** What its axes and colours are, in a sentence that stands below it. */
  readonly caption: string;
  /** Marks of Plot, from the tables' rows. */
  marks(rows: Pick<RowsOf<T>, N>, colors: ThumbnailColors): Plot.Markish[];
  /** Of the plot, such as the domain of a scale. */
  readonly options?: Plot.PlotOptions;
}

/** Draws a picture of a paper's tables, whose columns type the rows. */
export function thumbnailOf<T extends TableSchemas, N extends keyof T & string>(
  _tables: T,
  { tables, caption, marks, options }: Picture<T, N>,
): Thumbnail<RowsOf<T>> {
  return {
    tables,
    caption,
    draw(rows, document) {
      const frame = Plot.frame({ stroke: thumbnailColors.grey, strokeOpacity: 0.4 });
      return Plot.plot({
        document,
        width: 320,
        height: 200,
        margin: 10,
        axis: null,
        ...options,
        marks: [frame, ...marks(rows, thumbnailColors)],
      });
    },
  };
}
