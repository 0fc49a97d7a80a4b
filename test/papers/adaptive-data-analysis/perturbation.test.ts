import { expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import {
  exactAnswer,
  gaussianAnswer,
  laplaceAnswer,
} from '../../../src/papers/adaptive-data-analysis/perturbation.js';

it('leaves the empirical average as it is', () => {
  expect(exactAnswer(0.3)).toBe(0.3);
});

it.each([
  ['normal', gaussianAnswer, 3],
  ['Laplace', laplaceAnswer, 6],
] as const)(
  'adds %s noise of the standard deviation and kurtosis that it should',
  (_, mechanism, kurtosis) => {
    const count = 200_000;
    const answer = mechanism(0.06, random(5, 'perturbation-test'));
    let [first, second, fourth] = [0, 0, 0];
    for (let i = 0; i < count; i++) {
      const noise = (answer(0.5) - 0.5) / 0.06;
      first += noise / count;
      second += noise ** 2 / count;
      fourth += noise ** 4 / count;
    }
    expect(Math.abs(first)).toBeLessThan(0.012);
    expect(Math.abs(second - 1)).toBeLessThan(0.03);
    // Five standard errors: the eighth moment is 105 of a normal law and 2520 of a Laplace law.
    expect(Math.abs(fourth - kurtosis)).toBeLessThan(kurtosis === 3 ? 0.15 : 0.6);
  },
);
