import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gaussianGram } from '../../../src/lib/information/gaussian-kernel.js';
import { kernelMoments } from '../../../src/lib/information/kernel-moments.js';
import { quadraticMutualInformation } from '../../../src/lib/information/quadratic-mutual-information.js';
import {
  kernelMomentsBlocked,
  quadraticMutualInformationBlocked,
} from '../../../src/lib/information/quadratic-mutual-information-blocked.js';
import { random } from '../../../src/lib/statistics/random.js';

it('the information by blocks agrees with float64 NumPy on x = (0, 1, 2, 3), t = x²', () => {
  const sample = (...points: number[]) => ({ points: Float64Array.from(points), dimension: 1, width: 1 });
  const value = quadraticMutualInformationBlocked(sample(0, 1, 2, 3), sample(0, 1, 4, 9));
  expect(value).toBeCloseTo(0.5693422223356825, 14);
});

it('the moments by blocks are those of the matrices, on both sides of a block', () => {
  const sizes = fc.record({
    n: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.constantFrom(63, 64, 65, 128, 129)),
    dimension: fc.integer({ min: 1, max: 5 }),
    width: fc.double({ min: 0.1, max: 5, noNaN: true }),
    seed: fc.integer(),
  });
  fc.assert(
    fc.property(sizes, ({ n, dimension, width, seed }) => {
      const { normal } = random(seed);
      const x = { points: Float64Array.from({ length: n * dimension }, normal), dimension, width };
      const t = { points: Float64Array.from({ length: n }, normal), dimension: 1, width: 1 };
      const K = gaussianGram(x.points, dimension, width);
      const Q = gaussianGram(t.points, 1, 1);
      const [blocked, dense] = [kernelMomentsBlocked(x, t), kernelMoments(K, Q)];
      for (const name of ['joint', 'product', 'cross', 'sumK', 'sumQ'] as const)
        expect(Math.abs(blocked[name] / dense[name] - 1)).toBeLessThan(1e-12);
      blocked.rowsK.forEach((sum, i) => expect(Math.abs(sum / dense.rowsK[i] - 1)).toBeLessThan(1e-12));
      blocked.rowsQ.forEach((sum, i) => expect(Math.abs(sum / dense.rowsQ[i] - 1)).toBeLessThan(1e-12));
      const difference = quadraticMutualInformationBlocked(x, t) - quadraticMutualInformation(K, Q);
      expect(Math.abs(difference)).toBeLessThan(1e-12);
    }),
    { numRuns: 60 },
  );
});

it('says what is wrong', () => {
  const sample = (n: number, width: number) => ({ points: new Float64Array(n), dimension: 1, width });
  expect(() => quadraticMutualInformationBlocked(sample(2, 1), sample(3, 1))).toThrow('paired');
  expect(() => quadraticMutualInformationBlocked(sample(2, 0), sample(2, 1))).toThrow('kernel width 0');
});
