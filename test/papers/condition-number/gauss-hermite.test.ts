import { expect, it } from 'vitest';
import { gaussHermite } from '../../../src/papers/condition-number/gauss-hermite.js';
import { linearUnitEntropy } from '../../../src/papers/condition-number/linear-unit.js';
import { logTanhSlope, tanhUnitEntropy } from '../../../src/papers/condition-number/tanh-unit.js';

it('three points, in closed form', () => {
  const { points, weights } = gaussHermite(3);
  [Math.sqrt(3), 0, -Math.sqrt(3)].forEach((value, i) => expect(points[i]).toBeCloseTo(value, 12));
  [1 / 6, 2 / 3, 1 / 6].forEach((value, i) => expect(weights[i]).toBeCloseTo(value, 12));
});

it('gives the moments of a normal number', () => {
  const { points, weights } = gaussHermite(12);
  const moment = (power: number) => points.reduce((sum, z, i) => sum + weights[i] * z ** power, 0);
  const expected = [1, 0, 1, 0, 3, 0, 15, 0, 105, 0, 945];
  expected.forEach((value, power) =>
    expect(moment(power) / Math.max(1, value)).toBeCloseTo(Number(value > 0), 10),
  );
});

it('agrees with Simpson’s rule on the entropy behind tanh', () => {
  const { points, weights } = gaussHermite(200);
  for (const sigma of [0.1, 0.5, 1, 2]) {
    const mean = points.reduce((sum, z, i) => sum + weights[i] * logTanhSlope(sigma * z), 0);
    expect(Math.abs(linearUnitEntropy([sigma]) + mean - tanhUnitEntropy(sigma))).toBeLessThan(1e-5);
  }
});
