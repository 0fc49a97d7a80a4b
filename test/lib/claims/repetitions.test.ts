import { expect, it } from 'vitest';
import type { IntervalMeasurement } from '../../../src/lib/claims/measurement.js';
import { liesAbove, liesBelow } from '../../../src/lib/claims/predicate.js';
import { repetitionsToDecide } from '../../../src/lib/claims/repetitions.js';

const measured = (value: number, half: number, repetitions: number): IntervalMeasurement => ({
  value,
  low: value - half,
  high: value + half,
  unit: '',
  detail: '',
  uncertainty: 'Student',
  repetitions,
  pValue: () => 1,
});

// The fewest n with t(0.975, n − 1) s / √n < distance, by scipy 1.17.1's t.ppf.
it.each([
  [1, 5, 0.2, 65],
  [0.5, 10, 0.49, 11],
  [1, 5, 0.9, 6],
  [1, 5, 0.05, 1000],
])('a half-width of %d with %d repetitions, %d from the bound, needs %d', (half, n, distance, needed) => {
  expect(repetitionsToDecide(measured(distance, half, n), liesAbove(0))).toBe(needed);
  expect(repetitionsToDecide(measured(-distance, half, n), liesBelow(0))).toBe(needed);
  expect(repetitionsToDecide(measured(1 - distance, half, n), liesAbove(0, { effect: 1 }))).toBe(
    // The bound is nearer to being left outside where the value is nearer to the effect.
    distance < 0.5 ? repetitionsToDecide(measured(1 - distance, half, n), liesAbove(0)) : needed,
  );
});

it('is not known where nothing was measured, on the bound, and where no number is enough', () => {
  expect(repetitionsToDecide({ ...measured(1, 1, 5), value: null }, liesAbove(0))).toBeNull();
  expect(repetitionsToDecide(measured(0, 1, 5), liesAbove(0))).toBeNull();
  expect(repetitionsToDecide(measured(1e-4, 1, 5), liesAbove(0))).toBeNull();
});
