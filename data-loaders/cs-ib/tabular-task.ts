import type { ColumnTable } from 'arquero';
import { type RegressionTask, regressionTask } from '../../src/papers/cs-ib/regression-task.js';
import type { DatasetId } from '../../src/papers/cs-ib/tables.js';

/** Standardised inputs beyond this are outliers that would decide every root mean square. */
const clip = 5;

/** The regression problem of a data set, with its inputs clipped. @param seed decides the split */
export function tabularTask(dataset: DatasetId, table: ColumnTable, seed: number): RegressionTask {
  return regressionTask(dataset, table, { seed, clip });
}
