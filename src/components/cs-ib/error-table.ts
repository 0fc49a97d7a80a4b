import { escape, type ColumnTable } from 'arquero';
import { meanInterval } from '../../lib/statistics/interval.js';
import { significant } from '../../lib/text/number.js';
import { type TableColumn, table } from '../table.js';
import { datasetLabels, methodLabel, methods } from './methods.js';
import { betasOf } from './runs.js';

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
  { name: 'Method', value: ({ method }) => methodLabel(method) },
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
export function errorTable(plane: ColumnTable, dataset: string): HTMLElement {
  const runs = plane.filter(escape((row: { dataset: string }) => row.dataset === dataset));
  const rows = methods.flatMap(({ id }) => betasOf(runs, id).map((beta) => errorRow(runs, id, beta)));
  const caption = `Our test errors at every compression level, ${datasetLabels[dataset] ?? dataset}`;
  return table(rows, columns, { caption, file: `cs-ib-errors-${dataset}` });
}

function errorRow(runs: ColumnTable, method: string, beta: number): ErrorRow {
  const rows = runs.filter(
    escape((row: { method: string; beta: number }) => row.method === method && row.beta === beta),
  );
  const interval = (column: string) =>
    meanInterval((rows.array(column) as (number | null)[]).filter((value) => value !== null));
  const { value: error, low, high } = interval('rmse');
  return {
    method,
    beta,
    ratio: interval('r_own').value,
    error,
    low,
    high,
    median: interval('mae').value,
  };
}

const number = (value: number | null) => (value === null ? '–' : significant(value));
