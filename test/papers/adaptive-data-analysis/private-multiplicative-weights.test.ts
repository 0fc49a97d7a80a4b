import fc from 'fast-check';
import { expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import { expectation } from '../../../src/papers/adaptive-data-analysis/bit-universe.js';
import {
  multiplicativeWeightsUpdate,
  privateMultiplicativeWeights,
} from '../../../src/papers/adaptive-data-analysis/private-multiplicative-weights.js';

// NumPy, from the rule of the update.
it.each([
  {
    start: [0.25, 0.25, 0.25, 0.25],
    query: [1, 1, -1, -1],
    step: 0.15,
    hypothesis: [0.28722126, 0.28722126, 0.21277874, 0.21277874],
    answer: 0.1488850336,
  },
  {
    start: [0.4, 0.3, 0.2, 0.1],
    query: [1, -1, 1, -1],
    step: -0.2,
    hypothesis: [0.33424418, 0.37397529, 0.16712209, 0.12465843],
    answer: 0.0027325472,
  },
])('moves the hypothesis from $start', ({ start, query, step, hypothesis, answer }) => {
  const moved = Float64Array.from(start);
  multiplicativeWeightsUpdate(moved, query, step);
  moved.forEach((p, i) => expect(Math.abs(p - hypothesis[i])).toBeLessThan(1e-8));
  expect(Math.abs(expectation(moved, Float64Array.from(query)) - answer)).toBeLessThan(1e-8);
});

const signs = fc.array(fc.constantFrom(-1, 1), { minLength: 8, maxLength: 8 });
const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 });

it('keeps a distribution, and moves its answer the way of the step', () => {
  fc.assert(
    fc.property(weights, signs, fc.double({ min: 0.01, max: 2, noNaN: true }), (given, query, step) => {
      const sum = given.reduce((a, b) => a + b, 0);
      const start = Float64Array.from(given, (weight) => weight / sum);
      const asked = Float64Array.from(query);
      const up = start.slice();
      const down = start.slice();
      multiplicativeWeightsUpdate(up, query, step);
      multiplicativeWeightsUpdate(down, query, -step);
      expect(up.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      const [before, after, opposite] = [start, up, down].map((law) => expectation(law, asked));
      expect(after).toBeGreaterThanOrEqual(before - 1e-12);
      expect(opposite).toBeLessThanOrEqual(before + 1e-12);
    }),
  );
});

const options = { size: 4, threshold: 0.15, tolerance: 0, rate: 0.15 };

it('answers by the hypothesis where it agrees, and corrects it where it does not', () => {
  const mechanism = privateMultiplicativeWeights({ ...options, source: random(1) });
  const query = Float64Array.of(1, 1, -1, -1);
  expect(mechanism.answer(query, 0.15)).toBe(0);
  expect(mechanism.updates).toBe(0);
  expect(mechanism.answer(query, 0.5)).toBe(0.5);
  expect(mechanism.updates).toBe(1);
  expect(expectation(mechanism.hypothesis, query)).toBeCloseTo(0.1488850336, 9);
});

it('is never off from the sample by more than the threshold without noise, and soon stops to correct itself', () => {
  const sample = Float64Array.of(0.7, 0.1, 0.1, 0.1);
  const mechanism = privateMultiplicativeWeights({ ...options, source: random(1) });
  const source = random(8, 'queries');
  const ask = (count: number) => {
    for (let i = 0; i < count; i++) {
      const query = Float64Array.from({ length: 4 }, () => (source.uniform() < 0.5 ? -1 : 1));
      const empirical = expectation(sample, query);
      expect(Math.abs(mechanism.answer(query, empirical) - empirical)).toBeLessThanOrEqual(0.15);
    }
    return mechanism.updates;
  };
  const early = ask(500);
  expect(early).toBeGreaterThan(0);
  // The relative entropy to the sample, at most ln 4, falls by 0.15 · 0.15 − 0.15²/2 or more at each correction.
  expect(early).toBeLessThanOrEqual(Math.log(4) / (0.15 * 0.15 - 0.15 ** 2 / 2));
  expect(ask(500)).toBe(early);
});
