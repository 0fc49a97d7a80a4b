import * as Plot from '@observablehq/plot';
import { mean, rollups, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { significant } from '../../lib/text/number.js';
import { type DatasetId, datasetLabels, type tables } from '../../papers/cs-ib/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { methods, rowName } from './series.js';

export interface ErrorsSettings {
  readonly dataset: DatasetId;
  readonly measure: 'rmse' | 'mae';
}

const labels = { rmse: 'RMSE', mae: 'Median absolute error' };

/** Test errors of every trained network: a row a method, filled without compression, hollow with it. */
export function errors(
  plane: RowsOf<typeof tables>['plane'],
  { dataset, measure }: ErrorsSettings,
  width: number,
): Drawing {
  const runs = plane.filter((row) => row.dataset === dataset && row[measure] !== null);
  const free = runs.filter(({ beta }) => beta === 0);
  const means = rollups(
    free,
    (own) => mean(own, (row) => row[measure]),
    ({ method }) => method,
  ).map(([method, error]) => ({ method, error }));
  const place = { x: measure, y: 'method' } as const;
  const plot = Plot.plot({
    ...figureStyle,
    marginLeft: Math.min(245, width * 0.44),
    width,
    height: 330,
    x: {
      label: `${labels[measure]} on the test rows, in units of the (log) target →`,
      grid: true,
      nice: true,
    },
    y: { domain: methods.ids, tickFormat: rowName(width), label: null, tickSize: 0 },
    color: methods.scales().color,
    marks: [
      Plot.dot(
        runs.filter(({ beta }) => beta > 0),
        {
          ...place,
          stroke: 'method',
          strokeOpacity: 0.55,
          r: 3,
          channels: { β: 'beta', seed: 'seed' },
          tip: true,
        },
      ),
      Plot.dot(free, { ...place, fill: 'method', r: 3.5, channels: { seed: 'seed' }, tip: true }),
      Plot.tickX(means, { x: 'error', y: 'method', stroke: 'var(--ink)', strokeWidth: 2 }),
    ],
  });
  const inOrder = sort(
    means.flatMap(({ method, error }) => (error === undefined ? [] : [{ method, error }])),
    ({ error }) => error,
  ).map(({ method, error }) => `${methods.label(method)} ${significant(error)}`);
  return {
    plot,
    title: `Test errors, ${datasetLabels[dataset]}.`,
    alternative: `A row of marks a method along an axis of test error. Means without compression, from the lowest: ${inOrder.join(', ')}.`,
  };
}
