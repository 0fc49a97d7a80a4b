import { describe, expect, it } from 'vitest';
import { kernelBandwidth } from '../../../src/lib/information/kernel-bandwidth.js';
import { kernelInformation } from '../../../src/lib/information/kernel-information.js';
import { correlatedNormals } from '../../../src/lib/information/known/correlated-normals.js';
import {
  leaveOneOutDensities,
  leaveOneOutEntropy,
} from '../../../src/lib/information/leave-one-out-density.js';
import { random } from '../../../src/lib/statistics/random.js';
import { plane } from './lattice-points.js';
import { dependentPairs, weylPoints } from './weyl-points.js';

const { x, y } = dependentPairs();
const pair = { x, dimensionX: 2, y, dimensionY: 2 };

describe('leave-one-out density', () => {
  it('of three numbers is that of the formula', () => {
    const densities = leaveOneOutDensities(Float64Array.of(0, 1, 3), 1, 1);
    const kernel = (distance: number) => Math.exp(-(distance ** 2) / 2) / Math.sqrt(2 * Math.PI);
    [kernel(1) + kernel(3), kernel(1) + kernel(2), kernel(3) + kernel(2)].forEach((sum, i) =>
      expect(densities[i]).toBeCloseTo(sum / 2, 14),
    );
    [0.1232012865, 0.1479808455, 0.0292114075].forEach((density, i) =>
      expect(densities[i]).toBeCloseTo(density, 9),
    );
  });

  it('has the entropy of NumPy 2.4.6 with SciPy 1.17.1 (pdist)', () => {
    const { value } = leaveOneOutEntropy(plane, 2, 0.1, { whitened: false });
    expect(value).toBeCloseTo(0.27359792215291856, 10);
  });

  it('follows affine maps exactly when whitened', () => {
    const moved = plane.map((_, at) => {
      const [a, b] = plane.subarray(at - (at % 2), at - (at % 2) + 2);
      return at % 2 ? 5 * a - b : 2 * a + 3 * b + 1;
    });
    const difference = leaveOneOutEntropy(moved, 2, 0.3).value - leaveOneOutEntropy(plane, 2, 0.3).value;
    expect(difference).toBeCloseTo(Math.log(17), 10);
  });

  it('unchecked leaves points out that see no other, unless none does', () => {
    const points = Float64Array.of(0, 1, 1e6);
    const raw = { whitened: false, checked: false };
    const { value } = leaveOneOutEntropy(points, 1, 1, raw);
    expect(value).toBeCloseTo(-Math.log(Math.exp(-0.5) / (2 * Math.sqrt(2 * Math.PI))), 12);
    expect(() => leaveOneOutEntropy(points, 1, 1e-3, raw)).toThrow('no point sees another');
    expect(() => leaveOneOutEntropy(points, 1, 1, { whitened: false })).toThrow('at 1 of 3 points');
  });
});

describe('bandwidth by cross-validation', () => {
  const two = weylPoints.filter((_, at) => at % 4 < 2);
  const skewed = weylPoints.filter((_, at) => at % 4 === 0).map((value) => Math.exp(3 * value));

  // NumPy 2.4.6, the same search; SciPy 1.17.1 (minimize_scalar) finds the optimum within a hundredth of it.
  it.each([
    [
      'likelihood',
      [0.09031034882417119, 0.017625135719318553, 0.5469527801186183],
      [0.0903012, 0.0176269, 0.5466712],
    ],
    [
      'least-squares',
      [0.20789939126973322, 0.14861747303291734, 0.43091715248882295],
      [0.2082363, 0.1483973, 0.4308329],
    ],
  ] as const)('by %s is where NumPy finds it', (criterion, found, optimal) => {
    const bandwidths = [
      kernelBandwidth(weylPoints, 4, criterion),
      kernelBandwidth(two, 2, criterion),
      kernelBandwidth(skewed, 1, criterion),
    ];
    bandwidths.forEach((bandwidth, i) => {
      expect(bandwidth).toBeCloseTo(found[i], 10);
      expect(Math.abs(bandwidth / optimal[i] - 1)).toBeLessThan(0.01);
    });
  });

  it('scales with the points', () => {
    const scaled = kernelBandwidth(
      weylPoints.map((value) => 64 * value),
      4,
      'likelihood',
    );
    expect(scaled).toBeCloseTo(64 * kernelBandwidth(weylPoints, 4, 'likelihood'), 9);
  });

  it('looks wider where narrow ones leave a point alone, and says when none is the best', () => {
    const { normal } = random(1);
    const outlier = Float64Array.from({ length: 60 }, (_, i) => (i ? normal() : 1000));
    expect(kernelBandwidth(outlier, 1, 'likelihood')).toBeGreaterThan(1000 / 39);
    const duplicates = Float64Array.from({ length: 40 }, (_, i) => i % 3);
    expect(() => kernelBandwidth(duplicates, 1, 'likelihood')).toThrow('no best bandwidth');
  });
});

describe('mutual information by kernel densities', () => {
  it('agrees with NumPy 2.4.6 with SciPy 1.17.1 (pdist)', () => {
    const likelihood = kernelInformation(pair, 'likelihood');
    expect(likelihood.value).toBeCloseTo(1.7407570850789176, 9);
    expect(likelihood.standardError).toBeCloseTo(0.26987426196217407, 9);
    const squares = kernelInformation(pair, 'least-squares');
    expect(squares.value).toBeCloseTo(0.9867201934284258, 9);
    expect(squares.standardError).toBeCloseTo(0.5365323529104621, 9);
    expect(kernelInformation(pair, 0.3009732590840913).value).toBeCloseTo(likelihood.value, 9);
  });

  it('of correlated normals is near what they have', () => {
    // Over 30 other seeds 0.96 ± 0.04.
    const normals = correlatedNormals(800, 2, 1, random(9, 'kernel'));
    expect(Math.abs(kernelInformation(normals, 'likelihood').value - 1)).toBeLessThan(0.2);
  });
});
