import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';

export interface GapPoint {
  readonly bound: number;
  readonly worst_gap: number;
  readonly symbols: number;
}

/** The largest gap of a random source's greedy codes against its bound: marks above the diagonal violate it. */
export function gaps(rows: readonly GapPoint[], { width }: { width: number }): SVGElement | HTMLElement {
  const side = Math.min(width, 460);
  return Plot.plot({
    ...figureStyle,
    width: side,
    height: side,
    grid: true,
    x: { label: 'Bound h(p₂) (bits) →', domain: [0, 1] },
    y: { label: '↑ Largest gap over all rates (bits)', domain: [0, 1] },
    color: {
      type: 'linear',
      scheme: 'viridis',
      reverse: true,
      label: 'Symbols of the source',
      legend: true,
      ticks: 4,
      tickFormat: 'd',
    },
    marks: [
      Plot.link([{}], { x1: 0, y1: 0, x2: 1, y2: 1, stroke: 'var(--ink)', strokeDasharray: '4 3' }),
      Plot.dot(rows, {
        x: 'bound',
        y: 'worst_gap',
        fill: 'symbols',
        stroke: 'var(--ink-soft)',
        strokeWidth: 0.4,
        r: rows.length > 1000 ? 2 : 3.2,
        tip: { format: { x: '.3f', y: '.3f' } },
      }),
    ],
  });
}
