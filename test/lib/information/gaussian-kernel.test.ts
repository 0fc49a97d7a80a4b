import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussianGram, gaussianKernel } from '../../../src/lib/information/gaussian-kernel.js';
import { symmetricEigenvalues } from '../../../src/lib/linear-algebra/symmetric-eigen.js';
import { random } from '../../../src/lib/statistics/random.js';
import { permute } from './arbitraries.js';
import { unitsFromExponential } from './exact-exponential.js';

/** Sides around those of the routine's panels of 4 and tiles of 32 among them. */
const side = fc.oneof(fc.integer({ min: 1, max: 75 }), fc.constantFrom(31, 32, 33, 63, 64, 65));
const samples = fc.record({
  m: side,
  n: side,
  dimension: fc.integer({ min: 1, max: 70 }),
  seed: fc.integer(),
  logWidth: fc.double({ min: -1.5, max: 2, noNaN: true }),
});

function draw(count: number, seed: number): Float64Array {
  return Float64Array.from({ length: count }, random(seed).normal);
}

/** The kernel of a pair of points, by one loop. */
function kernelOf(
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  dimension: number,
  width: number,
): number {
  let squares = 0;
  for (let c = 0; c < dimension; c++) {
    const difference = a[i * dimension + c] - b[j * dimension + c];
    squares += difference * difference;
  }
  return Math.exp((-1 / (2 * width * width)) * squares);
}

function expectClose(value: number, expected: number): void {
  // The smallest doubles have fewer digits.
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-14 * expected + 1e-323);
}

describe('the Gaussian kernel matrix', () => {
  it('of two samples and of one with itself is what a loop over pairs makes', () => {
    fc.assert(
      fc.property(samples, ({ m, n, dimension, seed, logWidth }) => {
        const width = Math.sqrt(dimension) * 10 ** logWidth;
        const a = draw(m * dimension, seed);
        const b = draw(n * dimension, seed + 1);
        const kernel = gaussianKernel(a, b, dimension, width);
        expect(kernel.length).toBe(m * n);
        kernel.forEach((value, at) =>
          expectClose(value, kernelOf(a, Math.floor(at / n), b, at % n, dimension, width)),
        );
        expect(gaussianGram(a, dimension, width)).toEqual(gaussianKernel(a, a, dimension, width));
      }),
      { numRuns: 40 },
    );
  });

  it('holds exponentials that are at most 1.2 units of their last place off', () => {
    const { uniform } = random(1);
    // Their squares, and half of these, are exact; down to where the exponential is the least double.
    const points = Float64Array.from(
      { length: 3000 },
      (_, i) => Math.round(2 ** 20 * uniform() * (i % 2 ? 38.6 : 2)) / 2 ** 20,
    );
    gaussianKernel(Float64Array.of(0), points, 1, 1).forEach((value, i) =>
      expect(Math.abs(unitsFromExponential(value, -(points[i] ** 2) / 2))).toBeLessThan(1.2),
    );
  });

  it('is symmetric with ones on its diagonal, and positive semi-definite up to rounding', () => {
    fc.assert(
      fc.property(samples, ({ n, dimension, seed, logWidth }) => {
        const gram = gaussianGram(draw(n * dimension, seed), dimension, 10 ** logWidth);
        for (let i = 0; i < n; i++) {
          expect(gram[i * n + i]).toBe(1);
          for (let j = 0; j < i; j++) expect(gram[i * n + j]).toBe(gram[j * n + i]);
        }
        expect(symmetricEigenvalues(gram)[n - 1]).toBeGreaterThan(-1e-14 * n);
      }),
      { numRuns: 30 },
    );
  });

  it('follows the order of the points to the last bit', () => {
    fc.assert(
      fc.property(samples, ({ n, dimension, seed, logWidth }) => {
        const points = draw(n * dimension, seed);
        const order = random(seed).shuffle(n);
        const width = 10 ** logWidth;
        const gram = gaussianGram(points, dimension, width);
        const permuted = gaussianGram(permute(points, dimension, order), dimension, width);
        permuted.forEach((value, at) =>
          expect(value).toBe(gram[order[Math.floor(at / n)] * n + order[at % n]]),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('has closed forms where the points are one, far apart, or on a lattice', () => {
    for (const n of [1, 2, 33, 70]) {
      const same = new Float64Array(3 * n).fill(1e6 + 0.1);
      for (const width of [1e-200, 1e-3, 1, 1e200])
        expect(gaussianGram(same, 3, width)).toEqual(new Float64Array(n * n).fill(1));
      const identity = new Float64Array(n * n);
      for (let at = 0; at < n * n; at += n + 1) identity[at] = 1;
      const apart = Float64Array.from({ length: n }, (_, i) => i);
      for (const width of [1e-200, 1e-2]) expect(gaussianGram(apart, 1, width)).toEqual(identity);
      expect(gaussianGram(apart, 1, 1e150)).toEqual(new Float64Array(n * n).fill(1));
      gaussianGram(apart, 1, Math.SQRT1_2).forEach((value, at) =>
        expect(Math.abs(value - Math.exp(-((Math.floor(at / n) - (at % n)) ** 2)))).toBeLessThan(1e-14),
      );
    }
  });

  it('does not cancel where points are close to each other and far from zero', () => {
    const [value] = gaussianKernel(Float64Array.of(1e9), Float64Array.of(1e9 + 1), 1, 1);
    expectClose(value, Math.exp(-1 / 2));
  });

  it('hands on what is no number, and only where it comes in', () => {
    const points = Float64Array.of(0, NaN, 1, Infinity, Infinity);
    const kernel = gaussianKernel(points, points, 1, 1);
    const [far, none] = [0, NaN];
    const near = kernel[2];
    expect([...kernel]).toEqual([
      ...[1, none, near, far, far],
      ...[none, none, none, none, none],
      ...[near, none, 1, far, far],
      ...[far, none, far, none, none],
      ...[far, none, far, none, none],
    ]);
    expect(near).toBeCloseTo(Math.exp(-1 / 2), 15);
    // A point has no distance from itself, whatever it is.
    for (let at = 0; at < 25; at += 6) kernel[at] = 1;
    expect(gaussianGram(points, 1, 1)).toEqual(kernel);
  });

  it('says what is wrong', () => {
    const three = new Float64Array(3);
    expect(() => gaussianGram(three, 2, 1)).toThrow('3 coordinates do not make points of dimension 2');
    expect(() => gaussianKernel(three, new Float64Array(0), 3, 1)).toThrow('0 coordinates');
    for (const width of [0, -1, NaN, Infinity])
      expect(() => gaussianGram(three, 1, width)).toThrow(`kernel width ${width}`);
  });

  it('does not see what another call has left behind', () => {
    const points = draw(40 * 3, 1);
    const before = gaussianGram(points, 3, 1);
    gaussianGram(new Float64Array(64 * 64).fill(NaN), 64, 1);
    expect(gaussianGram(points, 3, 1)).toEqual(before);
    // Beyond 16 MB the routines' memory is given up for a new one.
    gaussianKernel(new Float64Array(2 ** 21 + 64), new Float64Array(2 ** 21 + 64), 2 ** 21 + 64, 1);
    expect(gaussianGram(points, 3, 1)).toEqual(before);
  });
});
