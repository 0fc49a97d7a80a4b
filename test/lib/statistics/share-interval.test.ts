import { expect, it } from 'vitest';
import { shareInterval } from '../../../src/lib/statistics/share-interval.js';

// scipy 1.17.1: binomtest(k, n).proportion_ci(0.95, 'exact'), and twice the smaller tail of binom.
it.each([
  [3, 10, 0.06673951117773447, 0.652452850060008, 0.5, 0.34375],
  [0, 8, 0, 0.3694166475528192, 0.2, 0.33554431999999995],
  [45, 50, 0.7818646335657977, 0.9667249064109785, 0.8, 0.09605443874146719],
  [10, 10, 0.6915028921812371, 1, 0.9, 0.6973568802000001],
])('%d of %d', (successes, trials, low, high, at, pValue) => {
  const found = shareInterval(successes, trials);
  expect(found.value).toBe(successes / trials);
  expect(found.low).toBeCloseTo(low, 10);
  expect(found.high).toBeCloseTo(high, 10);
  expect(found.pValue(at)).toBeCloseTo(pValue, 10);
});

it('has ends at which the test has 5 %', () => {
  const { low, high, pValue } = shareInterval(17, 40);
  expect(pValue(low)).toBeCloseTo(0.05, 9);
  expect(pValue(high)).toBeCloseTo(0.05, 9);
});
