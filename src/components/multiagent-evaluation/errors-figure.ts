import * as Plot from '@observablehq/plot';
import { op, type ColumnTable } from 'arquero';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors } from '../palette.js';

const measures = [
  ['frobenius', 'Frobenius error of the payoffs'],
  ['kendall', 'Share of pairs ranked the wrong way'],
] as const;

/** Error of the payoff table and of the ranking against samples, a panel each: mean ± one standard deviation, and runs. */
export function errorsFigure(errors: ColumnTable, { width }: { readonly width: number }): HTMLElement {
  const panel = width < 620 ? width : (width - 16) / 2;
  const runs = errors.objects() as Record<string, number>[];
  return element(
    'div',
    { class: 'panels' },
    measures.map(([column, label], index) => {
      const means = errors
        .groupby('n')
        .rollup({ mean: op.mean(column), deviation: op.stdev(column) })
        .orderby('n')
        .objects() as { n: number; mean: number; deviation: number }[];
      const color = seriesColors[index];
      return Plot.plot({
        ...figureStyle,
        width: panel,
        height: 300,
        grid: true,
        x: { type: 'log', label: 'Samples of each profile (log scale) →', tickFormat: '~s', ticks: 4 },
        y: { label: `↑ ${label}`, zero: true },
        marks: [
          Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
          Plot.areaY(means, {
            x: 'n',
            y1: (row: (typeof means)[number]) => Math.max(0, row.mean - row.deviation),
            y2: (row: (typeof means)[number]) => row.mean + row.deviation,
            fill: color,
            fillOpacity: 0.15,
          }),
          Plot.dot(runs, { x: 'n', y: column, stroke: color, strokeOpacity: 0.6, r: 2.5 }),
          Plot.line(means, {
            x: 'n',
            y: 'mean',
            stroke: color,
            strokeWidth: 2.5,
            marker: 'circle',
            tip: { format: { y: '.3f' } },
          }),
        ],
      });
    }),
  );
}
