import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen, symmetricEigenvalues } from '../../../src/lib/linear-algebra/symmetric-eigen.js';
import { random } from '../../../src/lib/statistics/random.js';

/** Symmetric matrices whose elements lie many orders of magnitude apart, some of them zero, or of low rank. */
const symmetric = fc
  .record({
    n: fc.integer({ min: 1, max: 24 }),
    kind: fc.constantFrom('dense', 'graded', 'sparse', 'low rank'),
    scale: fc.constantFrom(1, 1e-200, 1e200),
    seed: fc.integer(),
  })
  .map(({ n, kind, scale, seed }) => {
    const { normal, uniform } = random(seed);
    const draw = {
      dense: normal,
      graded: () => normal() * 10 ** (-170 * uniform()),
      sparse: () => (uniform() < 0.2 ? normal() : 0),
      'low rank': () => 0,
    }[kind];
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) matrix[i * n + j] = matrix[j * n + i] = draw();
    if (kind === 'low rank') {
      const v = Float64Array.from({ length: n }, normal);
      matrix.forEach((_, at) => (matrix[at] = v[Math.floor(at / n)] * v[at % n]));
    }
    return { matrix: matrix.map((value) => value * scale), n, largest: scale };
  });

describe('eigenvalues of a symmetric matrix', () => {
  it('agree with NumPy 2.4.6 (linalg.eigvalsh)', () => {
    const matrix = Float64Array.from({ length: 49 }, (_, at) =>
      Math.sin((1 + Math.floor(at / 7)) * (1 + (at % 7))),
    );
    const expected = [
      2.360647871582559, 1.9903626276543533, 1.0788700874404094, -0.7215618463942431, -1.8932862292427006,
      -2.255364791245215, -2.4286673180188623,
    ];
    symmetricEigenvalues(matrix).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 13));
  });

  it('are those of the second difference, 2 − 2 cos(π m / (n + 1))', () => {
    const n = 60;
    const matrix = Float64Array.from({ length: n * n }, (_, at) => {
      const apart = Math.abs(Math.floor(at / n) - (at % n));
      return apart === 0 ? 2 : apart === 1 ? -1 : 0;
    });
    symmetricEigenvalues(matrix).forEach((value, i) =>
      expect(value).toBeCloseTo(2 - 2 * Math.cos((Math.PI * (n - i)) / (n + 1)), 13),
    );
  });

  it('have the traces of the matrix and of its square, and its eigenvectors are orthonormal', () => {
    fc.assert(
      fc.property(symmetric, ({ matrix, n, largest }) => {
        const unit = matrix.map((value) => value / largest);
        const { values, vectors } = symmetricEigen(matrix);
        expect(symmetricEigenvalues(matrix)).toEqual(values);
        const relative = values.map((value) => value / largest);
        const norm = Math.sqrt(unit.reduce((sum, value) => sum + value * value, 0));
        const near = (value: number, expected: number, size: number) =>
          expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-13 * size);
        for (let i = 1; i < n; i++) expect(values[i]).toBeLessThanOrEqual(values[i - 1]);
        let trace = 0;
        for (let i = 0; i < n; i++) trace += unit[i * n + i];
        near(
          relative.reduce((a, b) => a + b),
          trace,
          norm,
        );
        near(
          relative.reduce((sum, value) => sum + value * value, 0),
          norm * norm,
          norm * norm,
        );
        for (let v = 0; v < n; v++) {
          const vector = vectors.subarray(v * n, (v + 1) * n);
          for (let i = 0; i < n; i++) {
            let product = 0;
            for (let k = 0; k < n; k++) product += unit[i * n + k] * vector[k];
            near(product, relative[v] * vector[i], norm);
          }
          for (let w = 0; w <= v; w++) {
            let overlap = 0;
            for (let k = 0; k < n; k++) overlap += vector[k] * vectors[w * n + k];
            near(overlap, v === w ? 1 : 0, 1);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('reads the lower triangle alone, and gives as many vectors as are asked for', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, NaN, NaN, 1, 2, NaN, 0, 0, 5), 2);
    [5, 3, 1].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 14));
    [0, 0, 1, Math.SQRT1_2, Math.SQRT1_2, 0].forEach((value, i) =>
      expect(Math.abs(vectors[i])).toBeCloseTo(value, 14),
    );
  });

  it('says what is wrong', () => {
    expect(() => symmetricEigenvalues(new Float64Array(5))).toThrow('5 elements');
    expect(() => symmetricEigenvalues(Float64Array.of(1, 0, Infinity, 1))).toThrow('(1, 0) is Infinity');
    expect(() => symmetricEigen(Float64Array.of(1), 2)).toThrow('from 1 to 1');
  });
});
