import { expect, it } from 'vitest';
import { estimateRunner } from '../../kernels/estimate/runner.js';
import { analyseBy } from '../../src/lib/estimation/analyse-by.js';
import { variableOf } from '../../src/lib/estimation/variable.js';
import { random } from '../../src/lib/statistics/random.js';

const { normal } = random(91);
const cells = () => Array.from({ length: 120 }, normal);
const question = { x: variableOf('x', cells()), y: variableOf('y', cells()), permutations: 100, seed: 2 };
const size = { questions: 1, rows: 120, permutations: 100 };

async function by(jobs: number) {
  const { signal } = new AbortController();
  const runner = estimateRunner(jobs, size, signal);
  const progress: number[] = [];
  try {
    return {
      analysis: await analyseBy(runner, question, { progress: (done) => progress.push(done) }),
      progress,
      runner,
    };
  } finally {
    await runner.close();
  }
}

it('an analysis is the same to the last bit in one thread and in three, which tell how far they are', async () => {
  const [alone, three] = [await by(1), await by(3)];
  expect([alone.runner.threads, three.runner.threads]).toEqual([1, 3]);
  expect(three.analysis).toEqual(alone.analysis);
  expect(alone.analysis.test!.surrogates).toBe(100);
  for (const { progress } of [alone, three]) {
    expect(progress.length).toBeGreaterThan(0);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.every((done) => done >= 0 && done <= 1)).toBe(true);
  }
});
