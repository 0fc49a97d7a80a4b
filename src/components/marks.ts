import * as Plot from '@observablehq/plot';
import type { Series } from './series.js';

/** A column of a row, or what is computed from the row. */
export type Field<R> = (keyof R & string) | ((row: R) => number | string | boolean | null);

/** What the marks of several series have in common. */
export interface SeriesFields<R> {
  readonly x: Field<R>;
  readonly y: Field<R>;
  /** Id of the series that a row belongs to. */
  readonly by: Field<R>;
  readonly series: Series;
  /** Facets. */
  readonly fx?: Field<R>;
  readonly fy?: Field<R>;
}

/** Options of a mark of Plot, over those that these marks set themselves. */
type Besides<Options, R> = Omit<Options, keyof SeriesFields<R>>;

const valueOf = <R>(row: R, field: Field<R>) => (typeof field === 'function' ? field(row) : row[field]);

/** A channel that goes through its scale even where an id is itself the name of a colour or of a symbol: `none`. */
const scaled = <R>(value: Field<R>, scale: 'color' | 'symbol') => ({
  value: value as Plot.ChannelValue,
  scale,
});

/** A line for each series, in its colour and with its own dash. Rows stand in the order in which they are joined. */
export function lines<R>(
  rows: readonly R[],
  { by, series, ...options }: SeriesFields<R> & Besides<Plot.LineOptions, R>,
): Plot.CompoundMark {
  return Plot.marks(
    // A dash is no channel of Plot: every series is a mark of its own.
    ...series.ids.map((id) =>
      Plot.line(
        rows.filter((row) => valueOf(row, by) === id),
        {
          strokeWidth: 2,
          z: null,
          stroke: scaled(by, 'color'),
          strokeDasharray: series.dash(id),
          ...options,
        },
      ),
    ),
  );
}

/** A symbol for each row, open, in the colour of its series. */
export function dots<R>(
  rows: readonly R[],
  { by, series, ...options }: SeriesFields<R> & Besides<Plot.DotOptions, R>,
): Plot.CompoundMark {
  const told = rows.filter((row) => series.ids.includes(String(valueOf(row, by))));
  return Plot.marks(
    Plot.dot(told, {
      stroke: scaled(by, 'color'),
      symbol: scaled(by, 'symbol'),
      fill: 'var(--ground)',
      r: 3.5,
      ...options,
    } as Plot.DotOptions),
  );
}

export interface MeanAndSeedsOptions<R> extends SeriesFields<R> {
  /** How single seeds are shown: as faint lines, as a band from the lowest to the highest, or as dots. */
  readonly seeds: 'lines' | 'band' | 'dots';
  /** Column that tells seeds apart; `seed` where omitted. */
  readonly seed?: Field<R>;
}

/**
 * The mean over seeds as a line for each series, and behind it how far single seeds lie from it. Rows whose `y` is
 * `null` count neither as zero nor as a seed.
 */
export function meanAndSeeds<R>(
  rows: readonly R[],
  { seeds, seed = 'seed' as Field<R>, ...fields }: MeanAndSeedsOptions<R>,
): Plot.CompoundMark {
  const { by, series, y, ...position } = fields;
  const ofSeries = (id: string) => rows.filter((row) => valueOf(row, by) === id);
  const behind = {
    lines: () =>
      lines(rows, {
        ...fields,
        z: (row: R) => `${valueOf(row, by)} ${valueOf(row, seed)}`,
        strokeWidth: 1,
        strokeOpacity: 0.4,
      }),
    band: () =>
      series.ids.map((id) => {
        const options = { ...position, y1: y, y2: y, fill: series.color(id), fillOpacity: 0.15 };
        return Plot.areaY(ofSeries(id), Plot.groupX({ y1: 'min', y2: 'max' }, options as Plot.AreaYOptions));
      }),
    dots: () => dots(rows, { ...fields, channels: { seed: seed as Plot.ChannelValueSpec } }),
  }[seeds]();
  const means = series.ids.map((id) => {
    const options = {
      ...position,
      y,
      stroke: series.color(id),
      strokeWidth: 2.5,
      strokeDasharray: series.dash(id),
    };
    return Plot.lineY(ofSeries(id), Plot.groupX({ y: 'mean' }, options as Plot.LineYOptions));
  });
  // Dots are there to be pointed at: nothing covers them.
  return seeds === 'dots' ? Plot.marks(...means, behind) : Plot.marks(behind, ...means);
}

/** The line on which both axes are equal, dashed. */
export function diagonal(low: number, high: number): Plot.CompoundMark {
  const ends = { x1: low, y1: low, x2: high, y2: high };
  return Plot.marks(
    Plot.link([ends], {
      x1: 'x1',
      y1: 'y1',
      x2: 'x2',
      y2: 'y2',
      stroke: 'var(--ink)',
      strokeDasharray: '4 3',
    }),
  );
}

/** A value to compare with, as a dashed line across the frame, with its name where it has one. */
export function reference(
  at: { readonly label?: string } & ({ readonly x: number } | { readonly y: number }),
): Plot.CompoundMark {
  const line = { stroke: 'var(--ink-soft)', strokeDasharray: '4 3' };
  const words = { text: () => at.label, fill: 'var(--ink-soft)', filter: () => at.label !== undefined };
  return 'x' in at
    ? Plot.marks(
        Plot.ruleX([at.x], line),
        Plot.text([at.x], { ...words, x: Number, frameAnchor: 'top', textAnchor: 'start', dx: 4, dy: 2 }),
      )
    : Plot.marks(
        Plot.ruleY([at.y], line),
        Plot.text([at.y], { ...words, y: Number, frameAnchor: 'right', textAnchor: 'end', dy: -7 }),
      );
}

/** A stretch of the horizontal axis, shaded from the bottom of the frame to its top. */
export function stretch(from: number, to: number): Plot.CompoundMark {
  return Plot.marks(
    Plot.rect([{ from, to }], { x1: 'from', x2: 'to', fill: 'var(--ours)', fillOpacity: 0.12 }),
  );
}

/** Words in a panel that has nothing to show until a live piece runs. */
export function untilRun(): Plot.CompoundMark {
  return Plot.marks(
    Plot.text(['Press Run to see it here'], {
      frameAnchor: 'middle',
      lineWidth: 14,
      fill: 'var(--ink-soft)',
    }),
  );
}
