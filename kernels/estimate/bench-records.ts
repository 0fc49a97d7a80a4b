import { type BenchRecord, benchRecord, type BenchRow } from '../../src/lib/estimation/bench.js';
import { methods } from '../../src/lib/estimation/methods.js';
import type { Answer } from '../../src/lib/estimation/question.js';
import { loadPaper } from '../engine/papers.js';
import { readBack } from '../engine/parquet.js';
import { readRecorded } from '../engine/recorded.js';

/** What the recorded bench says of each estimator that answered; nothing where no bench is recorded. */
export async function benchRecords(
  answers: readonly Answer[],
  n: number,
  dimension: number,
): Promise<Map<string, BenchRecord>> {
  const paper = await loadPaper('estimators');
  const recorded =
    (await readRecorded(paper, 'accuracy', 'full')) ?? (await readRecorded(paper, 'accuracy', 'quick'));
  const rows = recorded ? ((await readBack(recorded.bytes)).rows as unknown as BenchRow[]) : [];
  return new Map(
    answers.flatMap(({ method, nats }): [string, BenchRecord][] => {
      const bench = methods.find(({ id }) => id === method)?.bench;
      const record =
        bench === undefined || nats === null ? undefined : benchRecord(rows, bench, n, dimension, nats);
      return record ? [[method, record]] : [];
    }),
  );
}
