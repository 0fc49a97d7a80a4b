import fc from 'fast-check';
import { expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import { adaptiveError } from '../../../src/papers/adaptive-data-analysis/adaptive-error.js';
import { exactAnswer, gaussianAnswer } from '../../../src/papers/adaptive-data-analysis/perturbation.js';
import { voteAttack } from '../../../src/papers/adaptive-data-analysis/vote-attack.js';

/** The attack as it is told, on signs y and x of its own that multiply to the same z. */
function plainly(points: number, queries: number, seed: number): { finalError: number; maxError: number } {
  const bits = random(seed, 'sample');
  const labels = random(seed, 'labels');
  const y = Array.from({ length: points }, () => (labels.uniform() < 0.5 ? -1 : 1));
  const score = new Array<number>(points).fill(0);
  let maxError = 0;
  for (let j = 0; j < queries; j++) {
    const words = Array.from({ length: Math.ceil(points / 32) }, () => bits.integer(2 ** 32));
    const x = y.map((label, i) => label * (Math.floor(words[i >> 5] / 2 ** (i & 31)) % 2 === 1 ? 1 : -1));
    const answer = x.reduce((sum, value, i) => sum + value * y[i], 0) / points;
    maxError = Math.max(maxError, Math.abs(answer));
    x.forEach((value, i) => (score[i] += Math.sign(answer) * value));
  }
  const finalError = y.reduce((sum, label, i) => sum + label * Math.sign(score[i]), 0) / points;
  return { finalError, maxError: Math.max(maxError, Math.abs(finalError)) };
}

it('gives what the plain description gives', () => {
  const size = fc.integer({ min: 1, max: 70 });
  fc.assert(
    fc.property(size, fc.integer({ min: 1, max: 20 }), fc.nat(), (points, queries, seed) => {
      const source = random(seed, 'sample');
      const [outcome] = voteAttack({ points, queries: [queries], mechanisms: [exactAnswer], source });
      const expected = plainly(points, queries, seed);
      expect(outcome.finalError).toBeCloseTo(expected.finalError, 12);
      expect(outcome.maxError).toBeCloseTo(expected.maxError, 12);
    }),
  );
});

it('continues a shorter attack where a longer one is asked for', () => {
  const attack = (queries: number[]) =>
    voteAttack({ points: 100, queries, mechanisms: [exactAnswer], source: random(2, 'sample') });
  expect(attack([10, 40])).toEqual([...attack([10]), ...attack([40])]);
});

it('follows the closed form, with exact and with perturbed answers', () => {
  const outcomes = Array.from({ length: 10 }, (_, seed) =>
    voteAttack({
      points: 1000,
      queries: [300, 1000],
      mechanisms: [exactAnswer, gaussianAnswer(0.05, random(seed, 'noise'))],
      source: random(seed, 'sample'),
    }),
  ).flat();
  for (const queries of [300, 1000])
    [0, 0.05].forEach((sigma, mechanism) => {
      const runs = outcomes.filter((run) => run.queries === queries && run.mechanism === mechanism);
      expect(runs).toHaveLength(10);
      const mean = runs.reduce((sum, { finalError }) => sum + finalError, 0) / 10;
      // A point's vote has a standard deviation below 1: the mean of 10 · 1000, below 0.01; three of them.
      expect(Math.abs(mean - adaptiveError(queries, 1000, sigma))).toBeLessThan(0.03);
    });
});
