import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';

/** A point of the curve. */
export interface CurvePoint {
  readonly s: number;
  readonly R: number;
  readonly G: number;
}

export interface RateFidelityOptions {
  /** The point that is marked, with its tangent. */
  readonly s: number;
  /** With the left branch, on which labels mislead. */
  readonly whole: boolean;
  readonly width: number;
}

/** The curve R(G) above the line R = G, coloured by its slope s. */
export function rateFidelityFigure(
  points: readonly CurvePoint[],
  { s, whole, width }: RateFidelityOptions,
): SVGElement | HTMLElement {
  const curve = [...points].sort((a, b) => a.s - b.s).filter((point) => whole || point.s > 0);
  const most = Math.max(...curve.map(({ R }) => R)) * 1.12;
  const least = Math.min(0, ...curve.map(({ G }) => G));
  const left = whole ? least * 1.03 : Math.max(least, -0.5);
  const marked = curve.reduce((best, point) => (Math.abs(point.s - s) < Math.abs(best.s - s) ? point : best));
  const matching = curve.filter((point) => point.s === 1);
  // The tangent, within the frame.
  const reach = Math.min(whole ? 6 : 0.6, most / 4 / Math.max(Math.abs(marked.s), 0.1));
  const tangent = [-reach, reach].map((away) => ({ G: marked.G + away, R: marked.R + marked.s * away }));
  return Plot.plot({
    ...figureStyle,
    width,
    height: Math.min(420, 220 + width * 0.25),
    grid: true,
    x: { label: 'Semantic information G (bits) →', domain: [left, most] },
    y: { label: '↑ Shannon information R (bits)', domain: [0, most] },
    color: {
      scheme: 'viridis',
      type: whole ? 'linear' : 'log',
      legend: true,
      label: 'slope s',
      clamp: true,
      domain: whole ? [-2, 8] : [0.1, 16],
      ticks: whole ? undefined : [0.3, 1, 3, 10],
      tickFormat: '~g',
    },
    marks: [
      Plot.link([{}], {
        x1: 0,
        y1: 0,
        x2: most,
        y2: most,
        stroke: 'var(--ink)',
        strokeDasharray: '5 4',
        strokeWidth: 1.5,
      }),
      Plot.text([{ x: most * 0.3, y: most * 0.3 }], {
        x: 'x',
        y: 'y',
        text: () => 'R = G',
        dx: 26,
        dy: 8,
        fill: 'var(--ink-soft)',
      }),
      Plot.line(curve, { x: 'G', y: 'R', stroke: 's', z: (point: CurvePoint) => point.s > 0, strokeWidth: 3.5, clip: true }),
      Plot.line(tangent, { x: 'G', y: 'R', stroke: 'var(--ink-soft)', strokeWidth: 1.5, clip: true }),
      Plot.dot(matching, { x: 'G', y: 'R', fill: 'var(--ground)', stroke: 'var(--ink)', strokeWidth: 2, r: 6 }),
      Plot.text(matching, { x: 'G', y: 'R', text: () => 's = 1', dx: -12, dy: -10, textAnchor: 'end' }),
      Plot.dot([marked], { x: 'G', y: 'R', fill: 'var(--ink)', r: 5, symbol: 'diamond' }),
      Plot.tip(curve, Plot.pointer({ x: 'G', y: 'R', channels: { s: 's' }, format: { x: '.3f', y: '.3f' } })),
    ],
  }); // prettier-ignore
}
