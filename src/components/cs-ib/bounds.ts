import * as Plot from '@observablehq/plot';
import { escape, type ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';

export const statements: readonly (readonly [id: string, label: string])[] = [
  ['information', 'CS information ≤ Shannon information'],
  ['divergence', 'CS divergence ≤ KL divergence'],
  ['divergence-equal-means', '… with equal means'],
  ['half-divergence', '… of half the CS divergence'],
];

/** Random instances of an inequality between normal laws: those above the diagonal violate it. */
export function bounds(
  pairs: ColumnTable,
  { statement, width }: { statement: string; width: number },
): SVGElement | HTMLElement {
  const rows = pairs.filter(
    escape(
      (row: { statement: string; cs: number; shannon: number }) => row.statement === statement && row.cs > 0,
    ),
  );
  const side = Math.min(width, 460);
  return Plot.plot({
    ...figureStyle,
    width: side,
    height: side,
    grid: true,
    x: { type: 'log', label: 'Shannon side (nats, log scale) →', tickFormat: '~g', domain: [1e-3, 30] },
    y: {
      type: 'log',
      label: '↑ Cauchy–Schwarz side (nats, log scale)',
      tickFormat: '~g',
      domain: [1e-3, 30],
    },
    color: { domain: ['holds', 'violated'], range: ['var(--reproduced)', 'var(--not-reproduced)'] },
    symbol: { domain: ['holds', 'violated'], range: ['circle', 'times'], legend: true },
    marks: [
      Plot.line([1e-3, 30], {
        x: (v: number) => v,
        y: (v: number) => v,
        stroke: 'var(--ink)',
        strokeDasharray: '4 3',
      }),
      Plot.dot(rows, {
        x: 'shannon',
        y: 'cs',
        stroke: (row: { cs: number; shannon: number }) => (row.cs > row.shannon ? 'violated' : 'holds'),
        symbol: (row: { cs: number; shannon: number }) => (row.cs > row.shannon ? 'violated' : 'holds'),
        r: 2.5,
        clip: true,
      }),
    ],
  });
}
