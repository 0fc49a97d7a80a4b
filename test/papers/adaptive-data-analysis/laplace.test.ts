import { expect, it } from 'vitest';
import { random } from '../../../src/lib/statistics/random.js';
import { laplace } from '../../../src/papers/adaptive-data-analysis/laplace.js';

const draws = (scale: number, count: number) => {
  const source = random(3, 'laplace-test');
  return Float64Array.from({ length: count }, () => laplace(source, scale));
};

it('has the distribution function of the Laplace law', () => {
  const count = 200_000;
  const values = draws(0.5, count).sort();
  const law = (x: number) => (x < 0 ? Math.exp(x / 0.5) / 2 : 1 - Math.exp(-x / 0.5) / 2);
  let distance = 0;
  values.forEach((value, i) => {
    distance = Math.max(distance, Math.abs(law(value) - (i + 0.5) / count));
  });
  // Kolmogorov: beyond 1.95/√N in one of a thousand samples.
  expect(distance).toBeLessThan(1.95 / Math.sqrt(count));
});

it('has the standard deviation √2 b', () => {
  const values = draws(2, 100_000);
  const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  // The fourth moment is 24 b⁴: the mean square has a standard error of √20 b²/√N.
  expect(Math.abs(square - 8)).toBeLessThan((5 * Math.sqrt(20) * 4) / Math.sqrt(100_000));
});

it('is finite, and 0 for a scale of 0', () => {
  for (const value of draws(0, 100)) expect(value + 0).toBe(0);
  expect(laplace({ ...random(1), uniform: () => 1 - 2 ** -53 }, 1)).toBeCloseTo(-53 * Math.LN2, 10);
});
