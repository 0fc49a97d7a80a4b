import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clopperPearsonLower, clopperPearsonUpper } from '../../../src/lib/statistics/clopper-pearson.js';

it('the ends agree with SciPy', () => {
  for (const [x, n, delta, low, high] of [
    [3, 10, 0.1, 0.0872644339, 0.6066242161],
    [0, 10, 0.1, 0, 0.2588655509],
    [10, 10, 0.1, 0.7411344491, 1],
    [45, 100, 0.05, 0.3503202292, 0.5527198112],
  ]) {
    expect(Math.abs(clopperPearsonLower(x, n, delta) - low)).toBeLessThan(1e-8);
    expect(Math.abs(clopperPearsonUpper(x, n, delta) - high)).toBeLessThan(1e-8);
  }
});

it('the interval holds the true probability at least as often as it says, summed over all outcomes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 0.01, max: 0.9, noNaN: true }),
      (n, p, delta) => {
        let covered = 0;
        for (let x = 0, mass = (1 - p) ** n; x <= n; mass *= ((n - x) / (x + 1)) * (p / (1 - p)), x++)
          if (clopperPearsonLower(x, n, delta) <= p && p <= clopperPearsonUpper(x, n, delta)) covered += mass;
        expect(covered).toBeGreaterThanOrEqual(1 - delta - 1e-9);
      },
    ),
  );
});

it('more games than wins, at least one game, and a δ between 0 and 1', () => {
  expect(() => clopperPearsonLower(11, 10, 0.1)).toThrow(RangeError);
  expect(() => clopperPearsonUpper(0, 0, 0.1)).toThrow(RangeError);
  expect(() => clopperPearsonLower(1, 10, 1)).toThrow(RangeError);
  // Half a success is none.
  expect(() => clopperPearsonLower(0.5, 10, 0.1)).toThrow('0.5 successes of 10 trials');
  expect(() => clopperPearsonUpper(1, 2.5, 0.1)).toThrow(RangeError);
});
