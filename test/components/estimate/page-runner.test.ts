import { expect, it } from 'vitest';
import type { AnalysisStep } from '../../../src/components/estimate/analysis-messages.js';
import { pairsSteps, questionSteps } from '../../../src/components/estimate/analysis-steps.js';
import { exampleTable } from '../../../src/components/estimate/example-table.js';
import { threadsFor } from '../../../src/components/estimate/page-runner.js';
import { allPairs } from '../../../src/lib/estimation/all-pairs.js';
import { analyse } from '../../../src/lib/estimation/analysis.js';
import { columnsOf, sidesOf } from '../../../src/lib/estimation/columns.js';
import { inPlace } from './in-place.js';

const table = exampleTable();

async function resultOf<A>(steps: AsyncIterable<AnalysisStep<A>>) {
  const progress: number[] = [];
  let result: A | undefined;
  for await (const step of steps) {
    if ('progress' in step) progress.push(step.progress);
    if ('result' in step) result = step.result;
  }
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  return result!;
}

function finished<T>(work: Generator<unknown, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

it('one core is left to the page, and there is a thread at least', () => {
  expect([1, 2, 3, 8, 64].map(threadsFor)).toEqual([1, 1, 2, 7, 8]);
});

it.each([1, 3, 40])('a question has the same answer from %i threads', async (threads) => {
  const { x, y } = sidesOf(table, { x: ['dose', 'weight'], y: ['group'] });
  const question = { x, y, permutations: 31, seed: 7 };
  const runner = inPlace(threads);
  const { intervals, ...analysis } = await resultOf(questionSteps(runner, question));
  expect(analysis).toEqual(finished(analyse(question)));
  expect(analysis.test!.surrogates).toBe(31);
  expect(Object.keys(intervals)).toHaveLength(analysis.answers.filter(({ nats }) => nats !== null).length);
  expect(runner.asked.filter((task) => 'share' in task)).toHaveLength(threads);
});

it('all pairs have the same answers from three threads, a refusal among them', async () => {
  const { variables } = columnsOf(table, ['dose', 'response', 'group']);
  const question = { variables: [...variables.values()], permutations: 9, seed: 1 };
  const { pairs, totalCorrelation } = await resultOf(pairsSteps(inPlace(3), question));
  expect(pairs).toEqual(finished(allPairs(question.variables, 9, 1)));
  expect(totalCorrelation).toBeNull();
  const few = columnsOf({ ...table, rows: 4, cells: (name) => table.cells(name).slice(0, 4) }, [
    'dose',
    'response',
  ]);
  const refused = await resultOf(
    pairsSteps(inPlace(2), { ...question, variables: [...few.variables.values()] }),
  );
  expect(refused.pairs[0].refusal).toContain('at least 5 are needed');
});
