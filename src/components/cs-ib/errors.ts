import * as Plot from '@observablehq/plot';
import { escape, op, type ColumnTable } from 'arquero';
import { figureStyle } from '../figure-style.js';
import { methodLabel, methodScales, methods } from './methods.js';

export interface ErrorsOptions {
  readonly dataset: string;
  readonly measure: 'rmse' | 'mae';
  readonly width: number;
}

const labels = { rmse: 'RMSE', mae: 'Median absolute error' };

/** Test errors of every trained network: a row a method, filled without compression, hollow with it. */
export function errors(
  plane: ColumnTable,
  { dataset, measure, width }: ErrorsOptions,
): SVGElement | HTMLElement {
  const runs = plane.filter(
    escape((row: Record<string, unknown>) => row.dataset === dataset && row[measure] !== null),
  );
  const free = runs.filter(escape((row: { beta: number }) => row.beta === 0));
  const means = free.groupby('method').rollup({ error: op.mean(measure) });
  return Plot.plot({
    ...figureStyle,
    marginLeft: Math.min(230, width * 0.42),
    width,
    height: 330,
    x: {
      label: `${labels[measure]} on the test rows, in units of the (log) target →`,
      grid: true,
      nice: true,
    },
    y: { domain: methods.map(({ id }) => id), tickFormat: methodLabel, label: null, tickSize: 0 },
    color: methodScales.color,
    symbol: methodScales.symbol,
    marks: [
      Plot.dot(runs.filter(escape((row: { beta: number }) => row.beta > 0)), {
        x: measure,
        y: 'method',
        stroke: 'method',
        strokeOpacity: 0.55,
        r: 3,
        channels: { β: 'beta', seed: 'seed' },
        tip: true,
      }),
      Plot.dot(free, {
        x: measure,
        y: 'method',
        fill: 'method',
        r: 3.5,
        channels: { seed: 'seed' },
        tip: true,
      }),
      Plot.tickX(means, { x: 'error', y: 'method', stroke: 'var(--ink)', strokeWidth: 2 }),
    ],
  });
}
