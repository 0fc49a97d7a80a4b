import * as Plot from '@observablehq/plot';
import { deviation, flatRollup, mean } from 'd3-array';
import { figureStyle } from '../figure-style.js';
import { logTicks } from '../log-axis.js';
import { panels } from '../panels.js';
import { errorMeasures, type Rows } from './series.js';

/** Error of the payoff table and of the ranking against samples, a panel each: mean ± one standard deviation, and runs. */
export function errorsFigure(errors: Rows['ranking_errors'], width: number): HTMLElement {
  const ticks = logTicks(
    errors.map(({ n }) => n),
    5,
  );
  return panels(width, {
    draw: (panel) =>
      errorMeasures.ids.map((measure) => {
        const means = flatRollup(
          errors,
          (runs) => ({
            mean: mean(runs, (run) => run[measure])!,
            deviation: deviation(runs, (run) => run[measure]) ?? 0,
          }),
          ({ n }) => n,
        ).map(([n, found]) => ({ n, ...found }));
        const color = errorMeasures.color(measure);
        return Plot.plot({
          ...figureStyle,
          width: panel,
          height: 300,
          grid: true,
          x: { type: 'log', label: 'Samples of each profile →', tickFormat: '~s', ticks },
          y: { label: `↑ ${errorMeasures.label(measure)}`, zero: true },
          marks: [
            Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
            Plot.areaY(means, {
              x: 'n',
              y1: (row: (typeof means)[number]) => Math.max(0, row.mean - row.deviation),
              y2: (row: (typeof means)[number]) => row.mean + row.deviation,
              fill: color,
              fillOpacity: 0.15,
            }),
            Plot.dot(errors, { x: 'n', y: measure, stroke: color, strokeOpacity: 0.6, r: 2.5 }),
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
  });
}
