import { flatRollup, mean } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { decimals } from '../../lib/text/number.js';
import type { tables } from '../../papers/semantic-information/tables.js';
import { table } from '../table.js';
import { algorithmName } from './series.js';

/** Means over samples of iterations, and of how far the fit is from the true mixture. */
export function sampleTable(rows: RowsOf<typeof tables>['sample_runs']): HTMLElement {
  const means = flatRollup(
    rows,
    (own) => ({
      iterations: mean(own, ({ iterations }) => iterations)!,
      KL: mean(own, ({ KL_truth }) => KL_truth)!,
      samples: own.length,
    }),
    ({ p }) => p,
    ({ size }) => size,
    ({ inner }) => inner,
  ).map(([p, size, inner, found]) => ({ p, size, inner, ...found }));
  return table(
    means,
    [
      { name: 'p', value: ({ p }) => p },
      { name: 'Points', value: ({ size }) => size },
      { name: 'Algorithm', value: ({ inner }) => algorithmName(inner) },
      {
        name: 'Iterations',
        value: ({ iterations }) => iterations,
        format: ({ iterations }) => decimals(iterations, 1),
      },
      { name: 'KL from the truth (bits)', value: ({ KL }) => KL, format: ({ KL }) => decimals(KL, 4) },
      { name: 'Samples', value: ({ samples }) => samples },
    ],
    {
      caption: 'Fits to samples, until an iteration gains less than 1e-5 bit: means',
      file: 'semantic-information-samples',
    },
  );
}
