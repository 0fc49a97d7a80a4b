import { flatGroup } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { meanInterval } from '../../lib/statistics/interval.js';
import { significant } from '../../lib/text/number.js';
import { type DatasetId, datasetLabels, type tables } from '../../papers/cs-ib/tables.js';
import { table, type TableColumn } from '../table.js';
import { methods } from './series.js';

type PlaneRow = RowsOf<typeof tables>['plane'][number];

/** A method at one compression level: means over seeds. */
interface ErrorRow {
  readonly method: string;
  readonly beta: number;
  readonly ratio: number | null;
  readonly error: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly median: number | null;
}

const columns: readonly TableColumn<ErrorRow>[] = [
  { name: 'Method', value: ({ method }) => methods.label(method) },
  { name: 'β', value: ({ beta }) => beta },
  { name: 'Ratio r', value: ({ ratio }) => ratio, format: ({ ratio }) => number(ratio) },
  {
    name: 'RMSE [95 % interval]',
    value: ({ error }) => error,
    format: ({ error, low, high }) => `${number(error)} [${number(low)}, ${number(high)}]`,
  },
  { name: 'Median error', value: ({ median }) => median, format: ({ median }) => number(median) },
];

/** Our RMSE on a data set at every compression level. */
export function errorTable(plane: readonly PlaneRow[], dataset: DatasetId): HTMLElement {
  const rows = flatGroup(
    plane.filter((row) => row.dataset === dataset),
    ({ method }) => method,
    ({ beta }) => beta,
  ).map(([method, beta, runs]) => errorRow(method, beta, runs));
  const caption = `Our test errors at every compression level, ${datasetLabels[dataset]}`;
  return table(rows, columns, { caption, file: `cs-ib-errors-${dataset}` });
}

function errorRow(method: string, beta: number, runs: readonly PlaneRow[]): ErrorRow {
  const interval = (column: 'rmse' | 'r_own' | 'mae') =>
    meanInterval(runs.flatMap((row) => row[column] ?? []));
  const { value: error, low, high } = interval('rmse');
  return { method, beta, ratio: interval('r_own').value, error, low, high, median: interval('mae').value };
}

const number = (value: number | null) => (value === null ? '–' : significant(value));
