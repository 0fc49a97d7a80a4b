import { table } from '../table.js';
import { algorithmName, levels } from './rows.js';

/** A row of the table `sample_runs`. */
export interface SampleRow {
  readonly p: number;
  readonly size: number;
  readonly inner: number;
  readonly iterations: number;
  readonly KL_truth: number;
}

/** Means over samples of iterations, and of how far the fit is from the true mixture. */
export function sampleTable(rows: readonly SampleRow[]): HTMLElement {
  const groups = levels(rows, ({ p, size, inner }) => `${p} ${size} ${inner}`).map((key) => {
    const own = rows.filter(({ p, size, inner }) => `${p} ${size} ${inner}` === key);
    const mean = (of: (row: SampleRow) => number) => own.reduce((sum, row) => sum + of(row), 0) / own.length;
    return {
      ...own[0],
      iterations: mean((row) => row.iterations),
      KL: mean((row) => row.KL_truth),
      samples: own.length,
    };
  });
  return table(
    groups,
    [
      { name: 'p', value: ({ p }) => p },
      { name: 'Points', value: ({ size }) => size },
      { name: 'Algorithm', value: ({ inner }) => algorithmName(inner) },
      { name: 'Iterations', value: ({ iterations }) => iterations, format: ({ iterations }) => iterations.toFixed(1) },
      { name: 'KL from the truth (bits)', value: ({ KL }) => KL, format: ({ KL }) => KL.toFixed(4) },
      { name: 'Samples', value: ({ samples }) => samples },
    ],
    { caption: 'Fits to samples, until an iteration gains less than 1e-5 bit: means', file: 'semantic-information-samples' },
  ); // prettier-ignore
}
