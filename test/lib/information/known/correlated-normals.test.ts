import { describe, expect, it } from 'vitest';
import {
  correlatedNormals,
  correlationOfInformation,
} from '../../../../src/lib/information/known/correlated-normals.js';
import { jointPoints } from '../../../../src/lib/information/paired-points.js';
import { covariance } from '../../../../src/lib/statistics/covariance.js';
import { random } from '../../../../src/lib/statistics/random.js';
import { gaussianMutualInformation } from '../../../../src/papers/cs-ib/information/gaussian-divergence.js';

describe('correlated normals', () => {
  it('have the correlation of their information', () => {
    expect(correlationOfInformation(2, 2)).toBeCloseTo(0.929873495, 10);
    expect(correlationOfInformation(8, 4)).toBeCloseTo(0.9907998593, 10);
    expect(correlationOfInformation(0, 3)).toBe(0);
    for (const [information, d] of [
      [1e-9, 1],
      [1, 3],
      [10, 4],
    ])
      expect((-d / 2) * Math.log1p(-(correlationOfInformation(information, d) ** 2))).toBeCloseTo(
        information,
        9,
      );
    expect(() => correlationOfInformation(-1, 2)).toThrow('must not be negative');
  });

  it.each([
    [1, 0],
    [2, 2],
    [4, 8],
  ])(
    'in dimension %i with %d nats have a covariance that says so, and variances of one',
    (d, information) => {
      const n = 20_000;
      const pair = correlatedNormals(n, d, information, random(2, d));
      const sample = covariance(jointPoints(pair), 2 * d);
      for (let c = 0; c < 2 * d; c++)
        expect(Math.abs(sample[c * (2 * d + 1)] - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
      // The estimate from a sample covariance is that of n Wishart degrees of freedom: biased by d²/2n, sd √(d/n).
      expect(Math.abs(gaussianMutualInformation(sample, d) - information)).toBeLessThan(
        (d * d) / (2 * n) + 4 * Math.sqrt(d / n),
      );
    },
  );

  it('are turned, each side by itself, and the same for the same seed', () => {
    const { x, y } = correlatedNormals(2000, 2, 4, random(6));
    const sample = covariance(jointPoints({ x, dimensionX: 2, y, dimensionY: 2 }), 4);
    // Unrotated, x_1 would be correlated with y_1 alone.
    const cross = [sample[2], sample[3], sample[6], sample[7]].map(Math.abs);
    expect(Math.min(...cross)).toBeGreaterThan(0.1);
    expect(correlatedNormals(2000, 2, 4, random(6)).y).toEqual(y);
  });
});
