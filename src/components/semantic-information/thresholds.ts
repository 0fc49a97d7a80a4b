import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import type { PathRow, ThresholdRow } from './rows.js';

/** Information of every cut of a line, and the cuts that channels' matching goes through. */
export function thresholdsFigure(
  cuts: readonly ThresholdRow[],
  paths: readonly PathRow[],
  { problem, start, width }: { problem: string; start: number; width: number },
): SVGElement | HTMLElement {
  const curve = cuts.filter((row) => row.problem === problem);
  const path = paths.filter((row) => row.problem === problem && row.start === start);
  const best = curve.reduce((a, b) => (b.MI > a.MI ? b : a));
  return Plot.plot({
    ...figureStyle,
    width: Math.min(width, 720),
    height: 320,
    grid: true,
    x: { label: 'First cell of the second label →', domain: [0, 100] },
    y: { label: '↑ I(X; Y) (bits)', domain: [0, best.MI * 1.2] },
    marks: [
      Plot.line(curve, { x: 'boundary', y: 'MI', stroke: 'var(--ink-soft)', strokeWidth: 2 }),
      Plot.dot(
        curve.filter(({ MAP }) => MAP),
        { x: 'boundary', y: 'MI', symbol: 'square', fill: 'var(--series-2)', r: 6 },
      ),
      Plot.text(
        curve.filter(({ MAP }) => MAP),
        { x: 'boundary', y: 'MI', text: () => 'likeliest class', dx: 10, dy: -4, textAnchor: 'start' },
      ),
      Plot.line(path, { x: 'boundary', y: 'MI', stroke: 'var(--ours)', strokeDasharray: '3 3' }),
      Plot.dot(path, { x: 'boundary', y: 'MI', stroke: 'var(--ours)', fill: 'var(--ground)', r: 5, strokeWidth: 2 }),
      Plot.text(path.slice(0, 1), { x: 'boundary', y: 'MI', text: () => 'start', dx: -10, textAnchor: 'end' }),
      Plot.dot(path.slice(-1), { x: 'boundary', y: 'MI', fill: 'var(--ours)', r: 5 }),
    ],
  }); // prettier-ignore
}
