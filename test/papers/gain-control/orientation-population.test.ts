import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { gainsOnInput } from '../../../src/papers/gain-control/gain-network.js';
import {
  orientationDifference,
  orientationPopulation,
} from '../../../src/papers/gain-control/orientation-population.js';
import { settings } from './default-network.js';

/** Oracle 1: NumPy, four neurons at 0, 45, 90 and 135 degrees. */
describe('four neurons with the default parameters', () => {
  const population = orientationPopulation({ ...settings, neurons: 4 });
  const near = (values: Iterable<number>, expected: readonly number[]) =>
    [...values].forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(1e-6));

  it('have the weights, the propagator and the tuning of an independent computation', () => {
    near(population.recurrence.subarray(0, 4), [0.494226, -0.014459, -0.065308, -0.014459]);
    const { sensitivity } = gainsOnInput(population.recurrence).at(new Float64Array(4).fill(1));
    near(sensitivity.subarray(0, 4), [2.012943, -0.044448, -0.257381, -0.044448]);
    near(population.drive(45), [0.178569, 1, 0.178569, 0.0674]);
  });
});

test('orientations differ by −90 to 90 degrees, the same for every turn', () => {
  fc.assert(
    fc.property(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }), (a, b) => {
      const difference = orientationDifference(a, b);
      expect(difference).toBeGreaterThanOrEqual(-90);
      expect(difference).toBeLessThan(90);
      expect(Math.abs((a - b - difference) % 180)).toBe(0);
      expect(orientationDifference(a + 180, b)).toBe(difference);
    }),
  );
});

test('weights are symmetric and circulant, and their rows sum to w_E − w_I', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 20 }),
      fc.double({ min: 0, max: 0.9, noNaN: true }),
      fc.double({ min: 0, max: 0.9, noNaN: true }),
      (neurons, excitation, inhibition) => {
        const { recurrence } = orientationPopulation({ ...settings, neurons, excitation, inhibition });
        for (let i = 0; i < neurons; i++) {
          const row = recurrence.subarray(i * neurons, (i + 1) * neurons);
          expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(excitation - inhibition, 12);
          row.forEach((value, j) => {
            expect(value).toBe(recurrence[j * neurons + i]);
            expect(value).toBe(recurrence[(j - i + neurons) % neurons]);
          });
        }
      },
    ),
  );
});
