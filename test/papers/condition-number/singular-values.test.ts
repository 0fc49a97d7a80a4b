import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomOrthogonal } from '../../../src/lib/linear-algebra/random-orthogonal.js';
import { random } from '../../../src/lib/statistics/random.js';
import { conditionNumber, lowestConditions } from '../../../src/papers/condition-number/condition-number.js';
import { singularValues } from '../../../src/papers/condition-number/singular-values.js';

/** Q diag(σ) of a random rotation Q, one more rotation on the other side where the matrix is square. */
function withSpectrum(sigma: readonly number[], seed: number): Float64Array {
  const n = sigma.length;
  const [q, p] = ['left', 'right'].map((side) => randomOrthogonal(n, random(seed, side)));
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      for (let k = 0; k < n; k++) matrix[i * n + j] += q[i * n + k] * sigma[k] * p[k * n + j];
  return matrix;
}

describe('singular values', () => {
  it('oracle 2: [[2, 1], [0, 1]], whose condition number is (3 + √5) / 2', () => {
    const sigma = singularValues([2, 1, 0, 1], 2);
    expect(sigma[0]).toBeCloseTo(2.2882456113, 9);
    expect(sigma[1]).toBeCloseTo(0.8740320489, 9);
    expect(conditionNumber(sigma)).toBeCloseTo((3 + Math.sqrt(5)) / 2, 12);
  });

  it('oracle 3: a matrix of three by three', () => {
    const sigma = singularValues([1, 2, 0, 0, 1, 1, 1, 0, 3], 3);
    [3.37720285, 2.27389055, 0.65109341].forEach((value, i) => expect(sigma[i]).toBeCloseTo(value, 7));
    expect(conditionNumber(sigma)).toBeCloseTo(5.1869713433, 8);
    expect(sigma[0] * sigma[1] * sigma[2]).toBeCloseTo(5, 12);
  });

  it('of differences of neighbours, n by n + 1: 2 sin(kπ / 2(n + 1))', () => {
    const n = 30;
    const matrix = new Float64Array(n * (n + 1));
    for (let i = 0; i < n; i++) {
      matrix[i * (n + 1) + i] = -1;
      matrix[i * (n + 1) + i + 1] = 1;
    }
    const expected = Array.from({ length: n }, (_, i) => 2 * Math.sin(((n - i) * Math.PI) / (2 * (n + 1))));
    singularValues(matrix, n + 1).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 13));
  });

  it('finds a small singular value beside large ones to full relative accuracy where columns alone are scaled', () => {
    // Rotations of the rows do not change the singular values, so these are the scales of the columns themselves.
    const n = 4;
    const scales = [1e9, 1, 1e-3, 1e-9];
    const q = randomOrthogonal(n, random(3, 'rotation'));
    const matrix = q.map((value, at) => value * scales[at % n]);
    const transposed = matrix.map((_, at) => matrix[(at % n) * n + Math.floor(at / n)]);
    singularValues(transposed, n).forEach((value, i) => expect(value / scales[i]).toBeCloseTo(1, 12));
  });

  it('recovers a spectrum through rotations, whatever the order, and from the transpose', () => {
    const spectrum = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(spectrum, fc.integer({ min: 0, max: 1000 }), (sigma, seed) => {
        const found = singularValues(withSpectrum(sigma, seed), sigma.length);
        const sorted = [...sigma].sort((a, b) => b - a);
        const size = sorted[0];
        found.forEach((value, i) => expect(value / size).toBeCloseTo(sorted[i] / size, 12));
      }),
      { numRuns: 60 },
    );
  });

  it('a tall matrix has those of its transpose, and their squares sum to the squared norm', () => {
    const { normal } = random(5, 'tall');
    const [rows, columns] = [9, 4];
    const tall = Float64Array.from({ length: rows * columns }, normal);
    const wide = Float64Array.from(tall, (_, at) => tall[(at % rows) * columns + Math.floor(at / rows)]);
    const sigma = singularValues(tall, columns);
    expect(Array.from(singularValues(wide, rows))).toEqual(Array.from(sigma));
    expect(sigma.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(
      tall.reduce((sum, value) => sum + value ** 2, 0),
      10,
    );
  });

  it('of a matrix of rank one, and of zeros', () => {
    const sigma = singularValues([1, 2, 2, 2, 4, 4], 3);
    expect(sigma[0]).toBeCloseTo(Math.sqrt(45), 12);
    expect(sigma[1]).toBeLessThan(1e-15);
    expect(conditionNumber(sigma)).toBe(Infinity);
    expect(Array.from(singularValues([0, 0, 0, 0], 2))).toEqual([0, 0]);
  });

  it('refuses what is no matrix', () => {
    expect(() => singularValues([1, 2, 3], 2)).toThrow('no rows of 2');
    expect(() => singularValues([1, NaN], 2)).toThrow('element (0, 1) is NaN');
    expect(() => conditionNumber([])).toThrow(RangeError);
  });
});

describe('the condition number', () => {
  it('does not change with the scale of the matrix, nor with rotations', () => {
    const { normal } = random(7, 'scale');
    const matrix = Float64Array.from({ length: 20 }, normal);
    const kappa = conditionNumber(singularValues(matrix, 5));
    for (const factor of [1e-6, -3, 1e5]) {
      const scaled = matrix.map((value) => factor * value);
      expect(conditionNumber(singularValues(scaled, 5)) / kappa).toBeCloseTo(1, 12);
    }
  });

  it('the smallest are selected, in order, and an infinite one never is', () => {
    expect(lowestConditions([5, 2, Infinity, 9, 3], 3)).toEqual([1, 4, 0]);
    expect(lowestConditions([Infinity, 2], 2)).toEqual([1]);
  });

  it('oracle 8: medians over random matrices, near the Marchenko–Pastur limit', () => {
    const median = (rows: number, columns: number) => {
      const kappas = Array.from({ length: 40 }, (_, draw) => {
        const { normal } = random(1, 'gaussian matrix', rows, columns, draw);
        return conditionNumber(
          singularValues(Float64Array.from({ length: rows * columns }, normal), columns),
        );
      }).sort((a, b) => a - b);
      return (kappas[19] + kappas[20]) / 2;
    };
    expect(Math.abs(median(48, 64) / 11.55 - 1)).toBeLessThan(0.1);
    expect(Math.abs(median(48, 96) / 5.21 - 1)).toBeLessThan(0.1);
    expect(Math.abs(median(64, 256) / 2.87 - 1)).toBeLessThan(0.1);
    const square = median(48, 48);
    expect(square).toBeGreaterThan(168 / 1.5);
    expect(square).toBeLessThan(168 * 1.5);
  });
});
