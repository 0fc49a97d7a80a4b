import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussianGram } from '../../../src/lib/information/gaussian-kernel.js';
import { kernelMoments } from '../../../src/lib/information/kernel-moments.js';
import {
  normalizedQuadraticMutualInformation,
  quadraticMutualInformation,
} from '../../../src/lib/information/quadratic-mutual-information.js';
import { random } from '../../../src/lib/statistics/random.js';
import { gaussianQuadraticMutualInformation } from '../../../src/papers/cs-ib/information/gaussian-divergence.js';
import {
  normalizedQuadraticMutualInformationGradient,
  quadraticMutualInformationGradient,
  selfInformationGradient,
} from '../../../src/papers/cs-ib/information/quadratic-mutual-information-gradient.js';
import { hsic } from '../../oracles/hsic.js';
import { centralDifferences, pairedPoints, permute } from './arbitraries.js';

const gram = (...values: number[]) => gaussianGram(Float64Array.from(values), 1, 1);
const K = gram(0, 1, 2, 3);
const Q = gram(0, 1, 4, 9);

describe('quadratic mutual information', () => {
  it('agrees with float64 NumPy on x = (0, 1, 2, 3), t = x²', () => {
    expect(quadraticMutualInformation(K, Q)).toBeCloseTo(0.5693422223356825, 12);
    expect(quadraticMutualInformation(K, Q) / Math.LN2).toBeCloseTo(0.8213872007, 9);
    expect(hsic(K, Q)).toBeCloseTo(0.1288560527817773, 12);
    expect(quadraticMutualInformation(K, K)).toBeCloseTo(0.3594323990678392, 12);
    expect(quadraticMutualInformation(Q, Q)).toBeCloseTo(0.9120819914521916, 12);
    expect(normalizedQuadraticMutualInformation(K, Q)).toBeCloseTo(0.9943696055383189, 12);
  });

  it('reaches log N with identity kernels', () => {
    for (const n of [2, 7, 40]) {
      const identity = gaussianGram(
        Float64Array.from({ length: n }, (_, i) => 1e3 * i),
        1,
        1,
      );
      expect(quadraticMutualInformation(identity, identity)).toBeCloseTo(Math.log(n), 12);
    }
  });

  it('is undefined when normalised by a representation that has collapsed', () => {
    expect(normalizedQuadraticMutualInformation(K, gram(0, 1e-4, 2e-4, 3e-4))).toBeNaN();
    expect(normalizedQuadraticMutualInformation(K, gram(0, 0.1, 0.2, 0.3))).toBeGreaterThan(0.5);
  });

  it('comes near the closed form of smoothed correlated normals', () => {
    // Recipe: rho = 0.8, N = 2000: ten seeds gave 0.2162 (s.d. 0.009) against 0.21713, 0.0933 (0.004) against 0.09358.
    const [rho, n] = [0.8, 2000];
    const { normal } = random(11);
    const x = Float64Array.from({ length: n }, normal);
    const t = x.map((value) => rho * value + Math.sqrt(1 - rho * rho) * normal());
    for (const [width, expected, spread] of [
      [0.5, 0.2171298147, 0.009],
      [1, 0.0935818684, 0.004],
    ]) {
      const smoothed = rho / (1 + width ** 2 / 2);
      expect(gaussianQuadraticMutualInformation([1, smoothed, smoothed, 1], 1)).toBeCloseTo(expected, 9);
      const estimate = quadraticMutualInformation(gaussianGram(x, 1, width), gaussianGram(t, 1, width));
      expect(Math.abs(estimate - expected)).toBeLessThan(4 * spread);
    }
  });

  it('is non-negative, symmetric, blind to order and bounded by HSIC', () => {
    fc.assert(
      fc.property(pairedPoints, ({ points, scalars, seed }) => {
        const n = scalars.length;
        const [x, t] = [gaussianGram(points, 2, 1), gaussianGram(scalars, 1, 1)];
        const information = quadraticMutualInformation(x, t);
        expect(information).toBeGreaterThanOrEqual(-1e-12);
        expect(quadraticMutualInformation(t, x)).toBeCloseTo(information, 12);
        const order = random(seed).shuffle(n);
        const permuted = [
          gaussianGram(permute(points, 2, order), 2, 1),
          gaussianGram(permute(scalars, 1, order), 1, 1),
        ];
        expect(quadraticMutualInformation(permuted[0], permuted[1])).toBeCloseTo(information, 11);
        expect(hsic(permuted[0], permuted[1])).toBeCloseTo(hsic(x, t), 12);
        const { cross } = kernelMoments(x, t);
        expect(hsic(x, t)).toBeGreaterThanOrEqual(2 * cross * (Math.exp(information / 2) - 1) - 1e-12);
      }),
    );
  });

  it('refuses matrices that do not fit', () => {
    expect(() => quadraticMutualInformation(K, K.subarray(0, 9))).toThrow(/16 and 9/);
  });
});

describe('gradients', () => {
  it('are those of central differences', () => {
    fc.assert(
      fc.property(pairedPoints, ({ points, scalars }) => {
        const x = gaussianGram(scalars, 1, 1);
        const selfX = quadraticMutualInformation(x, x);
        const of = (at: Float64Array) => gaussianGram(at, 2, 1.3);
        const compare = (
          given: { value: number; gradient: Float64Array },
          f: (at: Float64Array) => number,
          tolerance: number,
        ) => {
          expect(given.value).toBeCloseTo(f(points), 11);
          centralDifferences(f, points).forEach((slope, i) =>
            expect(Math.abs(given.gradient[i] - slope)).toBeLessThan(tolerance),
          );
        };
        const joint = (at: Float64Array) => quadraticMutualInformation(x, of(at));
        const own = (at: Float64Array) => quadraticMutualInformation(of(at), of(at));
        compare(quadraticMutualInformationGradient(x, points, 2, 1.3), joint, 1e-8);
        compare(selfInformationGradient(points, 2, 1.3), own, 1e-8);
        fc.pre(selfX > 1e-3 && own(points) > 1e-3);
        const normalized = (at: Float64Array) => normalizedQuadraticMutualInformation(x, of(at));
        compare(normalizedQuadraticMutualInformationGradient(x, selfX, points, 2, 1.3), normalized, 1e-6);
      }),
    );
  });

  it('stays finite when the representation collapses', () => {
    const { value, gradient } = normalizedQuadraticMutualInformationGradient(
      K,
      0.36,
      new Float64Array(4),
      1,
      1,
    );
    expect(value).toBeCloseTo(0, 6);
    expect([...gradient]).toEqual([0, 0, 0, 0].map((zero) => expect.closeTo(zero, 12)));
  });
});
