import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gaussianGram } from '../../../src/lib/information/gaussian-kernel.js';
import { kernelRowSums } from '../../../src/lib/information/kernel-row-sums.js';
import { random } from '../../../src/lib/statistics/random.js';

it('row sums are those of the kernel matrices without their diagonals', () => {
  const samples = fc.record({
    n: fc.integer({ min: 1, max: 90 }),
    dimension: fc.integer({ min: 1, max: 5 }),
    seed: fc.integer(),
    width: fc.double({ min: 0.05, max: 4, noNaN: true }),
  });
  fc.assert(
    fc.property(samples, ({ n, dimension, seed, width }) => {
      const points = Float64Array.from({ length: n * dimension }, random(seed).normal);
      const widths = [width, 2.5 * width] as const;
      const sums = kernelRowSums(points, dimension, widths);
      expect(kernelRowSums(points, dimension, [width])).toEqual([sums[0]]);
      widths.forEach((of, side) => {
        const gram = gaussianGram(points, dimension, of);
        for (let i = 0; i < n; i++) {
          let sum = 0;
          for (let j = 0; j < n; j++) if (j !== i) sum += gram[i * n + j];
          expect(Math.abs(sums[side][i] - sum)).toBeLessThanOrEqual(1e-13 * sum);
        }
      });
    }),
  );
});

it('keep what a sum with the diagonal would round away', () => {
  const [sums] = kernelRowSums(Float64Array.of(0, 20), 1, [1]);
  expect(sums[0] / Math.exp(-200)).toBeCloseTo(1, 12);
  expect(() => kernelRowSums(Float64Array.of(0, 20), 1, [0])).toThrow('kernel width 0');
});
