import { type BenchRow, benchRowsOf, type benchTables } from '../../src/lib/estimation/bench.js';
import type { RowOf } from '../../src/lib/experiment/column.js';
import { loadPaper } from '../engine/papers.js';
import { readBack } from '../engine/parquet.js';
import { readRecorded } from '../engine/recorded.js';

/** What the bench recorded of estimators; no rows of a table that is not recorded. */
export async function benchRows(): Promise<readonly BenchRow[]> {
  const paper = await loadPaper('estimators');
  const rowsOf = async <Row>(table: string): Promise<readonly Row[]> => {
    const recorded =
      (await readRecorded(paper, table, 'full')) ?? (await readRecorded(paper, table, 'quick'));
    return recorded ? ((await readBack(recorded.bytes)).rows as unknown as readonly Row[]) : [];
  };
  const [pairs, questions, critics] = await Promise.all([
    rowsOf<RowOf<typeof benchTables.pairs.columns>>('accuracy'),
    rowsOf<BenchRow>('questions'),
    rowsOf<BenchRow>('critics'),
  ]);
  return benchRowsOf(pairs, [...questions, ...critics]);
}
