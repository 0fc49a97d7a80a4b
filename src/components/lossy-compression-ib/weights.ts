import * as Plot from '@observablehq/plot';
import type { ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';

export interface WeightsOptions {
  readonly dimension: number;
  readonly neighbours: number;
  readonly width: number;
}

interface Weight {
  readonly d: number;
  readonly k: number;
  readonly j: number;
  readonly weight: number;
}

/** The weights of the neighbours of one estimator. */
export function weightsOf(table: ColumnTable, dimension: number, neighbours: number): Weight[] {
  return (table.objects() as Weight[]).filter(({ d, k }) => d === dimension && k === neighbours);
}

/** Their length ‖w‖, by which the estimate scatters. */
export function lengthOf(weights: readonly Weight[]): number {
  return Math.sqrt(weights.reduce((sum, { weight }) => sum + weight ** 2, 0));
}

/** Weights of the neighbours as bars. */
export function weights(
  table: ColumnTable,
  { dimension, neighbours, width }: WeightsOptions,
): SVGElement | HTMLElement {
  const bars = weightsOf(table, dimension, neighbours);
  return Plot.plot({
    ...figureStyle,
    width: Math.min(width, 560),
    height: 280,
    x: { label: 'Neighbour j, the nearest first →', type: 'band', padding: 0.25 },
    y: { label: '↑ Weight', grid: true, nice: true },
    marks: [
      Plot.barY(bars, {
        x: 'j',
        y: 'weight',
        fill: (bar: Weight) => (bar.weight < 0 ? 'var(--not-reproduced)' : 'var(--ours)'),
      }),
      Plot.ruleY([0], { stroke: 'var(--ink)' }),
      Plot.text(bars, {
        x: 'j',
        y: 'weight',
        text: (bar: Weight) => bar.weight.toFixed(2).replace('-', '−'),
        dy: -8,
        fill: 'var(--ink)',
        filter: (bar: Weight) => bar.weight >= 0,
      }),
      Plot.text(bars, {
        x: 'j',
        y: 'weight',
        text: (bar: Weight) => bar.weight.toFixed(2).replace('-', '−'),
        dy: 9,
        fill: 'var(--ink)',
        filter: (bar: Weight) => bar.weight < 0,
      }),
    ],
  });
}
