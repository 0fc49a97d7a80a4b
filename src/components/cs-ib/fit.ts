import * as Plot from '@observablehq/plot';
import { mean, rollups } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { type DatasetId, datasetLabels, fittedMethods, type tables } from '../../papers/cs-ib/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { methods, rowName } from './series.js';

/** Errors without compression, a row a method: hollow on training rows, filled on test rows, joined by a line. */
export function fit(
  rows: RowsOf<typeof tables>['fit'],
  { dataset }: { readonly dataset: DatasetId },
  width: number,
): Drawing {
  const runs = rows.filter((row) => row.dataset === dataset);
  const means = rollups(
    runs,
    (own) => mean(own, ({ test_rmse }) => test_rmse),
    ({ method }) => method,
  ).map(([method, error]) => ({ method, error }));
  const channels = { seed: 'seed', 'training rows': 'train_rmse' };
  const plot = Plot.plot({
    ...figureStyle,
    marginLeft: Math.min(245, width * 0.44),
    width,
    height: 260,
    x: { label: 'RMSE, in units of the (log) target →', grid: true, nice: true },
    y: { domain: fittedMethods, tickFormat: rowName(width), label: null, tickSize: 0 },
    color: methods.scales().color,
    marks: [
      Plot.ruleY(runs, {
        y: 'method',
        x1: 'train_rmse',
        x2: 'test_rmse',
        stroke: 'method',
        strokeOpacity: 0.35,
      }),
      Plot.dot(runs, { x: 'train_rmse', y: 'method', stroke: 'method', r: 3 }),
      Plot.dot(runs, { x: 'test_rmse', y: 'method', fill: 'method', r: 3.5, channels, tip: true }),
      Plot.tickX(means, { x: 'error', y: 'method', stroke: 'var(--ink)', strokeWidth: 2 }),
    ],
  });
  return { plot, title: `Errors without compression, ${datasetLabels[dataset]}.` };
}
