import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holm } from '../../../src/lib/statistics/holm.js';

// statsmodels 0.15.0, statsmodels.stats.multitest.multipletests(p, method='holm').
it.each([
  [
    [0.01, 0.04, 0.03, 0.005],
    [0.03, 0.06, 0.06, 0.02],
  ],
  [
    [0.5, 0.5, 0.2],
    [1, 1, 0.6],
  ],
  [
    [0.001, 1, 0.02, 0.02, 0.04],
    [0.005, 1, 0.08, 0.08, 0.08],
  ],
  [[], []],
])('adjusts %j', (given, expected) => {
  const found = holm(given);
  expect(found).toHaveLength(expected.length);
  found.forEach((p, i) => expect(p).toBeCloseTo(expected[i], 12));
});

it('never lowers a p value, keeps their order, and leaves one alone as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (given) => {
      const found = holm(given);
      found.forEach((p, i) => expect(p).toBeGreaterThanOrEqual(given[i]));
      given.forEach((a, i) =>
        given.forEach((b, j) => a < b && expect(found[i]).toBeLessThanOrEqual(found[j])),
      );
      expect(holm([given[0]])).toEqual([given[0]]);
    }),
  );
});

it('refuses what is no probability', () => {
  expect(() => holm([0.1, 1.1])).toThrow('p value 1 is 1.1');
  expect(() => holm([NaN])).toThrow('p value 0 is NaN');
});
