import * as Plot from '@observablehq/plot';
import { decimals } from '../../lib/text/number.js';
import type { WeightRow } from '../../papers/lossy-compression-ib/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';

export interface WeightsSettings {
  readonly dimension: number;
  readonly neighbours: number;
}

/** Weights of the neighbours of one estimator as bars, and their length ‖w‖, by which the estimate scatters. */
export function weights(
  rows: readonly WeightRow[],
  { dimension, neighbours }: WeightsSettings,
  width: number,
): Drawing {
  const bars = rows.filter(({ d, k }) => d === dimension && k === neighbours);
  const length = Math.hypot(...bars.map(({ weight }) => weight));
  const value = {
    x: 'j',
    y: 'weight',
    text: ({ weight }: WeightRow) => decimals(weight, 2),
    fill: 'var(--ink)',
  } as const;
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: 280,
    // For the numbers at the bars' ends.
    insetTop: 12,
    insetBottom: 18,
    x: { label: 'Neighbour j, the nearest first →', type: 'band', padding: 0.25 },
    y: { label: '↑ Weight', grid: true, nice: true },
    marks: [
      Plot.barY(bars, {
        x: 'j',
        y: 'weight',
        fill: 'var(--ours)',
      }),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
      Plot.text(bars, { ...value, dy: -8, filter: ({ weight }: WeightRow) => weight >= 0 }),
      Plot.text(bars, { ...value, dy: 9, filter: ({ weight }: WeightRow) => weight < 0 }),
    ],
  });
  const title = `Weights in ${dimension} dimensions, ${neighbours} neighbours: their length ‖w‖ is ${decimals(length, 2)}.`;
  return { plot, title };
}
