import { expect, it } from 'vitest';
import { welchInterval } from '../../../src/papers/adaptive-estimators/welch.js';

it('is Welch’s interval, its degrees of freedom rounded down', () => {
  const a = [0.44, 2.71, 1.1, 0.08, 0.88, 2.86, 1.04, 0.66];
  const b = [2.57, 1.2, 3.4, 2.2, 1.9];
  // NumPy 2.4.6: standard error 0.5126991512016156, 10.13 degrees; SciPy 1.17.1: t.ppf(0.975, 10) = 2.2281388519649385.
  const { value, low, high } = welchInterval(a, b);
  expect(value).toBeCloseTo(-1.0327500000000005, 12);
  expect(high! - value!).toBeCloseTo(0.5126991512016156 * 2.2281388519649385, 8);
  expect(value! - low!).toBeCloseTo(high! - value!, 12);
});

it('has no ends where a spread is unknown, and is a point where there is none', () => {
  expect(welchInterval([1, 2], [5])).toEqual({ value: -3.5, low: null, high: null });
  expect(welchInterval([], [5])).toEqual({ value: null, low: null, high: null });
  expect(welchInterval([2, 2], [1, 1])).toEqual({ value: 1, low: 1, high: 1 });
});
