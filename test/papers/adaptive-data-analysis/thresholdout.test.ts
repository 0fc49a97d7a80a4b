import fc from 'fast-check';
import { expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import {
  gaussianNoise,
  laplaceNoise,
  thresholdout,
} from '../../../src/papers/adaptive-data-analysis/thresholdout.js';

const silent = gaussianNoise(0, random(1));

it('answers by the training set where both agree, and by the holdout where not', () => {
  const { answer } = thresholdout({ threshold: 0.04, noise: silent });
  expect(answer(0.62, 0.6)).toBe(0.62);
  expect(answer(0.7, 0.6)).toBe(0.6);
});

it('without noise is never farther from the holdout than the threshold', () => {
  const accuracy = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(accuracy, accuracy, accuracy, (train, holdout, threshold) => {
      const mechanism = thresholdout({ threshold, noise: laplaceNoise(0, random(1)) });
      expect(Math.abs(mechanism.answer(train, holdout) - holdout)).toBeLessThanOrEqual(threshold);
      expect(mechanism.spent).toBe(Math.abs(holdout - train) > threshold ? 1 : 0);
    }),
  );
});

it('spends its budget on answers from the holdout alone, and then falls silent', () => {
  const mechanism = thresholdout({ threshold: 0.04, noise: silent, budget: 2 });
  mechanism.answer(0.9, 0.5);
  mechanism.answer(0.6, 0.6);
  expect(mechanism.spent).toBe(1);
  mechanism.answer(0.9, 0.5);
  expect(() => mechanism.answer(0.6, 0.6)).toThrow(/budget of 2/);
});

it('draws the noise of the threshold anew after an answer from the holdout, and only then', () => {
  const shifts = [0.1, -0.1];
  const noise = { threshold: () => shifts.shift()!, comparison: () => 0, answer: () => 0 };
  const { answer } = thresholdout({ threshold: 0.2, noise });
  expect(answer(0.75, 0.5)).toBe(0.75);
  expect(answer(0.875, 0.5)).toBe(0.5);
  expect(answer(0.75, 0.5)).toBe(0.5);
});

it.each([
  ['threshold', 2],
  ['comparison', 4],
  ['answer', 1],
] as const)('draws Laplace noise on the %s at %d times the rate', (place, times) => {
  const noise = laplaceNoise(0.5, random(9, place));
  let size = 0;
  for (let i = 0; i < 20_000; i++) size += Math.abs(noise[place]()) / 20_000;
  // The size of a Laplace number is exponential: mean and standard deviation are its scale.
  expect(Math.abs(size / (0.5 * times) - 1)).toBeLessThan(5 / Math.sqrt(20_000));
});
