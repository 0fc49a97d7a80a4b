import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { heightOf, isNarrow } from '../panels.js';
import type { PairPoint } from './pair-point.js';

/** Names of the two axes. */
export interface AxisNames {
  readonly x: string;
  readonly y: string;
}

/** A dot a row; the more there are, the fainter. */
export function scatter(points: readonly PairPoint[], { x, y }: AxisNames, width: number): Element {
  const fillOpacity = Math.max(0.25, Math.min(0.8, 200 / points.length));
  return Plot.plot({
    ...figureStyle,
    marginLeft: 56,
    width,
    height: heightOf(width),
    x: { label: `${x} →`, grid: true, ticks: isNarrow(width) ? 4 : 8, nice: true },
    y: { label: `↑ ${y}`, grid: true, nice: true },
    marks: [Plot.dot(points, { x: 'x', y: 'y', r: 2.5, fill: 'var(--ours)', fillOpacity })],
  });
}
