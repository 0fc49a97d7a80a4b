import { expect, it } from 'vitest';
import { normalTail } from '../../../src/lib/statistics/normal.js';
import {
  meanBeyondOne,
  noiseShareSelected,
  overfittedAccuracy,
  signalAccuracy,
} from '../../../src/papers/adaptive-data-analysis/selection-bias.js';

// SciPy, from the closed forms.
it('gives share, mean and accuracy of the noise that passes', () => {
  expect(normalTail(1)).toBeCloseTo(0.1586552539, 9);
  expect(noiseShareSelected).toBeCloseTo(0.0503429792, 9);
  expect(meanBeyondOne).toBeCloseTo(1.5251352762, 9);
  expect(overfittedAccuracy).toBeCloseTo(0.6338991603, 9);
});

it.each([
  [1000, 0.8019280454],
  [2000, 0.7257468822],
  [10_000, 0.6057766329],
])('gives the accuracy of the twenty shifted variables at n = %d', (n, expected) => {
  expect(signalAccuracy(20, 6 / Math.sqrt(n))).toBeCloseTo(expected, 9);
});
