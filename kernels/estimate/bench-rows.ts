import type { BenchRow } from '../../src/lib/estimation/bench.js';
import { loadPaper } from '../engine/papers.js';
import { readBack } from '../engine/parquet.js';
import { readRecorded } from '../engine/recorded.js';

/** What the bench recorded of estimators; no rows where no bench is recorded. */
export async function benchRows(): Promise<readonly BenchRow[]> {
  const paper = await loadPaper('estimators');
  const recorded =
    (await readRecorded(paper, 'accuracy', 'full')) ?? (await readRecorded(paper, 'accuracy', 'quick'));
  return recorded ? ((await readBack(recorded.bytes)).rows as unknown as BenchRow[]) : [];
}
