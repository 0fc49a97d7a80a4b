import * as Plot from '@observablehq/plot';
import { flatRollup, mean, sort } from 'd3-array';
import { percent } from '../../lib/text/number.js';
import { type GridEffect, gridEffects } from '../../papers/gain-control/grid-effects.js';
import type { GridRow } from '../../papers/gain-control/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { isNarrow } from '../panels.js';

/** What the grid can be split by. */
export const splitLabels = {
  inhibition: 'weight of inhibition',
  excitation: 'weight of excitation',
  excitation_width: 'narrowness κ of excitation',
  alpha: 'price of activity α',
  gamma: 'homeostasis γ',
} as const;

type Split = keyof typeof splitLabels;

export const splits = Object.keys(splitLabels) as readonly Split[];

export interface GridSettings {
  /** Parameter by which the grid is split. */
  readonly split: Split;
}

const effects: readonly GridEffect[] = Object.values(gridEffects);
const labels = effects.map(({ label }) => label);

const shareOf = (rows: readonly GridRow[], { shows }: GridEffect) =>
  100 * mean(rows, (row) => Number(shows(row)))!;

/** Share of the grid that shows each effect, in percent, for each value of a parameter. */
export function sharesBy(grid: readonly GridRow[], split: Split) {
  return effects.flatMap((effect) =>
    sort(
      flatRollup(
        grid,
        (rows) => shareOf(rows, effect),
        (row) => row[split],
      ).map(([value, share]) => ({ effect: effect.label, value, share })),
      ({ value }) => value,
    ),
  );
}

/** What the bars and the marks show, effect by effect. */
export function gridInWords(grid: readonly GridRow[], split: Split): string {
  const shares = sharesBy(grid, split);
  const bars = effects.map((effect) => {
    const own = shares.filter((share) => share.effect === effect.label).map(({ share }) => share);
    const [low, high] = [Math.min(...own), Math.max(...own)].map((share) => percent(share / 100));
    return `${effect.label}, ${percent(shareOf(grid, effect) / 100)} (from ${low} to ${high})`;
  });
  return `A bar an effect, as a share of the networks, with a mark for each value of the ${splitLabels[split]}: ${bars.join('; ')}.`;
}

/** A row an effect, a dot a value of the parameter, and a bar for the whole grid. */
export function gridFigure(grid: readonly GridRow[], { split }: GridSettings, width: number): Drawing {
  const shares = sharesBy(grid, split);
  const values = [...new Set(shares.map(({ value }) => value))];
  const narrow = isNarrow(width);
  const overall = effects.map((effect) => ({ effect: effect.label, share: shareOf(grid, effect) }));
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: narrow ? 440 : 360,
    marginLeft: narrow ? 16 : 200,
    x: { label: 'Share of the networks (%) →', domain: [0, 100], grid: true },
    y: { domain: labels, label: null, axis: narrow ? null : 'left', tickSize: 0 },
    color: {
      type: 'ordinal',
      domain: values,
      range: values.map((_, index) => blend(index / Math.max(1, values.length - 1))),
      label: splitLabels[split],
    },
    symbol: {
      domain: values,
      range: ['circle', 'square', 'triangle', 'diamond', 'star', 'cross'].slice(0, values.length),
      legend: true,
      label: splitLabels[split],
    },
    marks: [
      Plot.barX(overall, {
        x: 'share',
        y: 'effect',
        fill: 'var(--ink)',
        fillOpacity: 0.12,
        insetTop: narrow ? 22 : 6,
        insetBottom: 6,
      }),
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
      narrow ? Plot.text(labels, { y: String, x: 0, text: String, textAnchor: 'start', dy: -14 }) : null,
    ],
  });
  return { plot, title: `Which of ${grid.length} networks show which effect, by ${splitLabels[split]}.` };
}

/** A colour between two series' colours: values of a parameter have an order. */
const blend = (share: number) =>
  `color-mix(in srgb, var(--series-2), var(--series-1) ${Math.round(100 * share)}%)`;
