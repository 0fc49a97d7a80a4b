import * as Plot from '@observablehq/plot';
import { greatest, max } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { decimals } from '../../lib/text/number.js';
import type { tables } from '../../papers/semantic-information/tables.js';
import { figureStyle } from '../figure-style.js';

type Rows = Pick<RowsOf<typeof tables>, 'thresholds' | 'threshold_paths'>;

export interface ThresholdsSettings {
  readonly problem: Rows['thresholds'][number]['problem'];
  /** The cut at the start. */
  readonly start: number;
}

/** Information of every cut of a line, and the cuts that channels' matching goes through. */
export function thresholds(
  { thresholds, threshold_paths }: Rows,
  { problem, start }: ThresholdsSettings,
  width: number,
): SVGElement | HTMLElement {
  const curve = thresholds.filter((row) => row.problem === problem);
  const likeliest = curve.filter(({ MAP }) => MAP);
  const path = threshold_paths.filter((row) => row.problem === problem && row.start === start);
  const place = { x: 'boundary', y: 'MI' } as const;
  return Plot.plot({
    ...figureStyle,
    width: Math.min(width, 720),
    height: 320,
    grid: true,
    x: { label: 'First cell of the second label →', domain: [0, 100] },
    y: { label: '↑ I(X; Y) (bits)', domain: [0, max(curve, ({ MI }) => MI)! * 1.2] },
    marks: [
      Plot.line(curve, { ...place, stroke: 'var(--ink-soft)', strokeWidth: 2 }),
      Plot.dot(likeliest, { ...place, symbol: 'square', fill: 'var(--series-2)', r: 6 }),
      Plot.text(likeliest, {
        ...place,
        text: () => 'likeliest class',
        dx: 10,
        dy: -4,
        textAnchor: 'start',
      }),
      Plot.line(path, { ...place, stroke: 'var(--ours)', strokeDasharray: '3 3' }),
      Plot.dot(path, { ...place, stroke: 'var(--ours)', fill: 'var(--ground)', r: 5, strokeWidth: 2 }),
      Plot.text(path.slice(0, 1), { ...place, text: () => 'start', dx: -10, textAnchor: 'end' }),
      Plot.dot(path.slice(-1), { ...place, fill: 'var(--ours)', r: 5 }),
    ],
  });
}

/** Where the path ends, beside the best cut and that of the likeliest class. */
export function thresholdsInWords(
  { thresholds, threshold_paths }: Rows,
  { problem, start }: ThresholdsSettings,
): string {
  const curve = thresholds.filter((row) => row.problem === problem);
  const path = threshold_paths.filter((row) => row.problem === problem && row.start === start);
  const best = greatest(curve, ({ MI }) => MI)!;
  const last = greatest(path, ({ round }) => round)!;
  const likeliest = curve.find(({ MAP }) => MAP)!;
  return `They end at cell ${last.boundary}, with ${decimals(last.MI, 4)} bits; the best cut is ${best.boundary}, with ${decimals(best.MI, 4)}, that of the likeliest class ${likeliest.boundary}, with ${decimals(likeliest.MI, 4)}.`;
}
