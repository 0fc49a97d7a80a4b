import * as Plot from '@observablehq/plot';
import { escape, op, type ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';

/** What the grid can be split by. */
export const splits = {
  inhibition: 'weight of inhibition',
  excitation: 'weight of excitation',
  excitation_width: 'narrowness κ of excitation',
  alpha: 'price of activity α',
  gamma: 'homeostasis γ',
} as const;

interface GridRow {
  readonly repulsion: number;
  readonly max_ratio_adapter: number;
  readonly max_ratio_ortho: number;
  readonly min_change_adapter: number;
  readonly correlation_frozen: number;
  readonly correlation_adaptive: number;
  readonly variation_frozen: number;
  readonly variation_adaptive: number;
  readonly shared_frozen: number;
  readonly shared_adaptive: number;
}

const effects: Readonly<Record<string, (row: GridRow) => boolean>> = {
  'preferences repelled': (row) => row.repulsion > 0,
  'lower maxima at the adapter': (row) => row.max_ratio_adapter < 1,
  'higher maxima far from it': (row) => row.max_ratio_ortho > 1,
  'lower minima at the adapter': (row) => row.min_change_adapter < 0,
  'evener mean responses': (row) => row.variation_adaptive < row.variation_frozen,
  'lower correlations': (row) => row.correlation_adaptive < row.correlation_frozen,
  'smaller shared covariance': (row) => row.shared_adaptive < row.shared_frozen,
};

interface Share {
  readonly effect: string;
  readonly value: number;
  readonly share: number;
}

/** Share of the grid that shows each effect, for each value of a parameter. */
export function sharesBy(grid: ColumnTable, split: keyof typeof splits): Share[] {
  return Object.entries(effects).flatMap(([effect, shows]) =>
    (
      grid
        .derive({ shown: escape((row: GridRow) => Number(shows(row))) })
        .groupby(split)
        .rollup({ share: op.mean('shown') })
        .orderby(split)
        .objects() as Record<string, number>[]
    ).map((row) => ({ effect, value: row[split], share: 100 * row.share })),
  );
}

/** A row an effect, a dot a value of the parameter, and a bar for the whole grid. */
export function gridFigure(
  grid: ColumnTable,
  { split, width }: { readonly split: keyof typeof splits; readonly width: number },
): SVGElement | HTMLElement {
  const shares = sharesBy(grid, split);
  const values = [...new Set(shares.map(({ value }) => value))];
  const narrow = width < 620;
  const name = (effect: string) => effect;
  const overall = Object.keys(effects).map((effect) => {
    const own = shares.filter((share) => share.effect === effect);
    // The grid is complete: every value stands behind as many of its points.
    return { effect, share: own.reduce((sum, { share }) => sum + share, 0) / own.length };
  });
  return Plot.plot({
    ...figureStyle,
    width,
    height: narrow ? 440 : 360,
    marginLeft: narrow ? 16 : 200,
    x: { label: 'Share of the networks (%) →', domain: [0, 100], grid: true },
    y: { domain: Object.keys(effects), label: null, axis: narrow ? null : 'left', tickSize: 0 },
    color: {
      type: 'ordinal',
      domain: values,
      range: values.map((_, i) => `color-mix(in srgb, var(--series-2), var(--series-1) ${(100 * i) / Math.max(1, values.length - 1)}%)`), // prettier-ignore
      label: splits[split],
    },
    symbol: {
      domain: values,
      range: ['circle', 'square', 'triangle', 'diamond', 'star', 'cross'].slice(0, values.length),
      legend: true,
      label: splits[split],
    },
    marks: [
      Plot.barX(overall, { x: 'share', y: 'effect', fill: 'var(--ink)', fillOpacity: 0.12, insetTop: narrow ? 22 : 6, insetBottom: 6 }), // prettier-ignore
      Plot.dot(shares, {
        x: 'share',
        y: 'effect',
        dy: narrow ? 8 : 0,
        stroke: 'value',
        symbol: 'value',
        fill: 'var(--ground)',
        r: 5,
        strokeWidth: 2,
        tip: { format: { x: '.0f', y: false, symbol: false } },
      }),
      narrow
        ? Plot.text(Object.keys(effects), { y: name, x: 0, text: name, textAnchor: 'start', dy: -14 })
        : null,
    ],
  });
}
