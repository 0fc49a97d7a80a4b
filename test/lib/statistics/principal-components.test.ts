import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointPoints } from '../../../src/lib/information/paired-points.js';
import { leadingEigenvectors } from '../../../src/lib/linear-algebra/leading-eigenvectors.js';
import { symmetricEigen } from '../../../src/lib/linear-algebra/symmetric-eigen.js';
import { covariance } from '../../../src/lib/statistics/covariance.js';
import { principalCodes, principalComponents } from '../../../src/lib/statistics/principal-components.js';
import { random } from '../../../src/lib/statistics/random.js';
import { gaussianMutualInformation } from '../../../src/papers/cs-ib/information/gaussian-divergence.js';
import { unexplainedVariance } from '../../../src/papers/lossy-compression-ib/unexplained-variance.js';
import { dependentPairs } from '../information/weyl-points.js';

const { x, y } = dependentPairs();
const points = jointPoints({ x, dimensionX: 2, y, dimensionY: 2 });

/** Multiplies row vectors by a diagonal matrix, and counts them. */
function diagonal(values: ArrayLike<number>) {
  const counted = { products: 0 };
  return {
    counted,
    multiply: (vectors: Float64Array, m: number) => {
      counted.products += m;
      return vectors.map((value, at) => value * values[at % values.length]);
    },
  };
}

describe('leading eigenvectors', () => {
  it('finds repeated eigenvalues, negative ones, and those of a matrix of lower rank', () => {
    for (const values of [
      [5, 1, 5, -9, 5, 2, 0.5, 4.999],
      [0, 0, 3, 0, 0, 0],
      [1, 1, 1, 1, 1],
      [-1, -2, -3, -4],
    ]) {
      const count = 4;
      const { multiply } = diagonal(values);
      const found = leadingEigenvectors(multiply, values.length, count);
      const expected = [...values].sort((a, b) => b - a).slice(0, count);
      expected.forEach((value, i) => expect(found.values[i]).toBeCloseTo(value, 12));
      for (let v = 0; v < count; v++)
        for (let k = 0; k < values.length; k++)
          if (Math.abs(values[k] - expected[v]) > 1e-9)
            expect(found.vectors[v * values.length + k]).toBeCloseTo(0, 7);
    }
  });

  it('needs a small part of the space', () => {
    const { multiply, counted } = diagonal(Float64Array.from({ length: 2000 }, (_, i) => 0.99 ** i));
    const { values, vectors } = leadingEigenvectors(multiply, 2000, 4);
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(0.99 ** i, 12);
      expect(Math.abs(vectors[i * 2000 + i])).toBeCloseTo(1, 10);
    });
    expect(counted.products).toBeLessThan(400);
  });

  it('refuses what is not there', () => {
    expect(() => leadingEigenvectors(diagonal([1]).multiply, 1, 2)).toThrow('from 1 to 1');
  });
});

describe('principal components', () => {
  it('agree with NumPy 2.4.6 (linalg.svd of the centred points)', () => {
    const { variances, directions } = principalComponents(points, 4, 3);
    [0.2985159829384246, 0.08841651306281763, 0.018552793730526224].forEach((value, i) =>
      expect(variances[i]).toBeCloseTo(value, 14),
    );
    const expected = [
      [0.5705790782385034, 0.3638021006267445, 0.6378070876814876, 0.3678174356380179],
      [0.8173065160367564, -0.28807303027311054, -0.38096318714175675, -0.3223213274295102],
      [0.06837613433507483, -0.1320531143568532, -0.4833577950741336, 0.8627003658183524],
    ];
    expected.forEach((row, i) => {
      const sign = Math.sign(directions[4 * i]);
      row.forEach((value, c) => expect(sign * directions[4 * i + c]).toBeCloseTo(value, 12));
    });
  });

  it('are those of the whole decomposition of the covariance, in more dimensions than points as well', () => {
    for (const [n, d] of [
      [40, 12],
      [9, 30],
    ]) {
      const { normal } = random(6, n);
      const sample = Float64Array.from({ length: n * d }, normal).map((value, at) => value * 0.8 ** (at % d));
      const whole = symmetricEigen(covariance(sample, d), 5);
      const { variances, directions, mean } = principalComponents(sample, d, 5);
      for (let v = 0; v < 5; v++) {
        expect(variances[v]).toBeCloseTo(whole.values[v], 12);
        let overlap = 0;
        for (let c = 0; c < d; c++) overlap += directions[v * d + c] * whole.vectors[v * d + c];
        expect(Math.abs(overlap)).toBeCloseTo(1, 12);
      }
      // Codes have the variances, are uncorrelated, and mean nothing.
      const codes = principalCodes(sample, { mean, directions, variances });
      covariance(codes, 5).forEach((value, at) =>
        expect(value).toBeCloseTo(at % 6 === 0 ? variances[at / 6] : 0, 12),
      );
    }
  });

  it('leave unexplained what the other components hold', () => {
    const components = principalComponents(points, 4, 2);
    const codes = principalCodes(points, components);
    const reconstruction = points.map((_, at) => {
      const [i, c] = [Math.floor(at / 4), at % 4];
      return (
        components.mean[c] +
        codes[2 * i] * components.directions[c] +
        codes[2 * i + 1] * components.directions[4 + c]
      );
    });
    const all = [0.2985159829384246, 0.08841651306281763, 0.018552793730526224, 0.0023418136736435805];
    const share = (all[2] + all[3]) / all.reduce((a, b) => a + b);
    expect(unexplainedVariance(points, reconstruction, 4)).toBeCloseTo(share, 12);
    expect(unexplainedVariance(points, points, 4)).toBe(0);
    const centre = points.map((_, at) => components.mean[at % 4]);
    expect(unexplainedVariance(points, centre, 4)).toBeCloseTo(1, 14);
    expect(() => unexplainedVariance(points, centre.subarray(4), 4)).toThrow('796 reconstructed');
  });

  it('never hold more information about another variable than the whole: exactly so of normals', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 3 }), (seed, count) => {
        const { normal } = random(seed);
        const sample = Float64Array.from({ length: 60 * 5 }, normal).map((value, at, all) =>
          at % 5 ? value + 0.7 * all[at - 1] : value,
        );
        // x the first three coordinates, y the other two; the law is the normal one of the sample's covariance.
        const pick = (from: number, to: number) => sample.filter((_, at) => at % 5 >= from && at % 5 < to);
        const [first, second] = [pick(0, 3), pick(3, 5)];
        const components = principalComponents(first, 3, count);
        const codes = principalCodes(first, components);
        const withCodes = covariance(
          jointPoints({ x: codes, dimensionX: count, y: second, dimensionY: 2 }),
          count + 2,
        );
        const whole = gaussianMutualInformation(covariance(sample, 5), 3);
        const compressed = gaussianMutualInformation(withCodes, count);
        expect(compressed).toBeLessThanOrEqual(whole + 1e-9);
        if (count === 3) expect(compressed).toBeCloseTo(whole, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a single point', () => {
    expect(() => principalComponents(Float64Array.of(1, 2), 2, 1)).toThrow('two points');
  });
});
