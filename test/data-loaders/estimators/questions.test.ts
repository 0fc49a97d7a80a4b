import { describe, expect, it } from 'vitest';
import * as criticsDefinition from '../../../data-loaders/estimators/critics.js';
import * as criticsRun from '../../../data-loaders/estimators/critics.run.js';
import * as questionsDefinition from '../../../data-loaders/estimators/questions.js';
import * as questionsRun from '../../../data-loaders/estimators/questions.run.js';
import { answering } from '../../../src/papers/estimators/questions/answering.js';
import { laws } from '../../../src/papers/estimators/questions/laws.js';
import { collect } from '../collect.js';

const questions = { ...questionsDefinition, ...questionsRun };
const critics = { ...criticsDefinition, ...criticsRun };

const few = { sizes: [{ n: 400, repetitions: 5 }], information: [0, 0.5] };

describe('the estimator that is advised first', () => {
  it.each(laws)('finds what $id carries in its smallest size', async ({ id, question }) => {
    const { questions: rows } = await collect(questions, { laws: [id], ...few });
    const { dimension, combinations } = rows[0];
    const [first] = answering[question];
    const own = rows.filter(
      (row) => row.estimator === first.id && row.dimension === dimension && row.combinations === combinations,
    );
    expect(own.map(({ true_mi }) => true_mi)).toContain(0.5);
    // By the bench's own law of images and curves neighbours fall short; the others are off by chance alone.
    const hard = ['rectangles', 'uniform-noise', 'common-curve'].includes(id);
    for (const { bias, answers, true_mi } of own) {
      expect(answers).toBe(5);
      expect(Math.abs(bias!), `truth ${true_mi}`).toBeLessThan(hard ? 0.25 : 0.1);
    }
  });
});

it('gives the same rows for the same seed, and names question, size and truth of each', async () => {
  const params = { laws: ['repeated', 'clusters-given-label'], ...few };
  const { questions: rows } = await collect(questions, params);
  expect(await collect(questions, params)).toEqual({ questions: rows });
  expect(await collect(questions, params, 2)).not.toEqual({ questions: rows });
  expect(new Set(rows.map(({ question }) => question))).toEqual(new Set(['labels', 'given-mixed']));
  const pair = rows.find(({ estimator }) => estimator === 'plug-in')!;
  expect(pair).toMatchObject({ law: 'repeated', dimension: 1, combinations: 4, n: 400, true_mi: 0 });
  expect(pair.bias).toBeCloseTo(pair.mean!, 12);
});

it('trains critics of both bounds, which stay below what normals carry', async () => {
  const params = {
    laws: ['normals'],
    dimensions: [1],
    sizes: [{ n: 200, repetitions: 1 }],
    information: [1],
  };
  const { critics: rows } = await collect(critics, params);
  expect(rows.map(({ estimator }) => estimator)).toEqual(['infonce', 'mine']);
  for (const { mean } of rows) {
    expect(mean!).toBeGreaterThan(0.5);
    expect(mean!).toBeLessThan(1.2);
  }
});
