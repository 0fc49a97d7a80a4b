import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adaptiveError } from '../../../src/papers/adaptive-data-analysis/adaptive-error.js';

// NumPy and SciPy, from the closed form.
it.each([
  [100, 2000, 0, 0.1416008974],
  [1000, 1000, 0, 0.5750625163],
  [300, 1000, 0, 0.3379027011],
  [4000, 2000, 0.06, 0.3064537325],
  [2000, 2000, 0.03, 0.366514844],
])('of %d queries on %d points with noise of %d', (queries, points, sigma, expected) => {
  expect(Math.abs(adaptiveError(queries, points, sigma) - expected)).toBeLessThan(1e-8);
});

it('lies between 0 and 1, grows with the queries and falls with the noise', () => {
  const size = fc.integer({ min: 1, max: 1e5 });
  const noise = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(size, size, noise, (queries, points, sigma) => {
      const error = adaptiveError(queries, points, sigma);
      expect(error).toBeGreaterThan(0);
      expect(error).toBeLessThanOrEqual(1);
      expect(adaptiveError(2 * queries, points, sigma)).toBeGreaterThanOrEqual(error);
      expect(adaptiveError(queries, points, sigma + 0.1)).toBeLessThanOrEqual(error);
    }),
  );
});

it('depends on queries and points by their ratio alone where answers are exact', () => {
  expect(adaptiveError(30, 100, 0)).toBeCloseTo(adaptiveError(3000, 10_000, 0), 14);
});
