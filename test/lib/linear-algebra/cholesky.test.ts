import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  cholesky,
  invertPositiveDefinite,
  logDeterminant,
  solveCholesky,
  solveLower,
} from '../../../src/lib/linear-algebra/cholesky.js';
import { matrixProduct, transposed } from '../../../src/lib/linear-algebra/matrix-product.js';

const matrix = [4, 2, 0.6, 2, 5, 1, 0.6, 1, 3];

it('factors as numpy 2.4.6 does, linalg.cholesky and linalg.slogdet', () => {
  const L = cholesky(matrix);
  const expected = [2, 0, 0, 1, 2, 0, 0.3, 0.35, 1.6695807857064];
  expected.forEach((value, at) => expect(L[at]).toBeCloseTo(value, 12));
  expect(logDeterminant(L)).toBeCloseTo(Math.log(4 * 4 * 2.7875), 12); // product of the squared diagonal
  const solution = solveLower(L, [2, 5, 3.6695807857064]); // L (1, 2, s)
  [1, 2, (3.6695807857064 - 0.3 - 0.7) / 1.6695807857064].forEach((value, at) =>
    expect(solution[at]).toBeCloseTo(value, 12),
  );
});

it('refuses what it cannot factor', () => {
  expect(() => cholesky([1, 2, 2, 1])).toThrow(/pivot 1 is -3/);
  expect(() => cholesky([1, 2, 3])).toThrow(/no square matrix/);
});

it('inverts a matrix that can be checked by hand, and refuses one that is not positive definite', () => {
  expect([...invertPositiveDefinite(Float64Array.of(2, 1, 1, 1))]).toEqual([
    expect.closeTo(1, 12),
    expect.closeTo(-1, 12),
    expect.closeTo(-1, 12),
    expect.closeTo(2, 12),
  ]);
  expect(() => invertPositiveDefinite(Float64Array.of(1, 2, 2, 1))).toThrow(RangeError);
});

it('gives the right-hand side where a solution is put back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 9, maxLength: 9 }),
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 }),
      (elements, b) => {
        const matrix = matrixProduct(transposed(elements, 3), elements, 3);
        for (let i = 0; i < 3; i++) matrix[4 * i] += 1;
        const x = solveCholesky(cholesky(matrix), b);
        matrixProduct(matrix, x, 3).forEach((value, i) => expect(value).toBeCloseTo(b[i], 9));
        const product = matrixProduct(matrix, invertPositiveDefinite(matrix), 3);
        product.forEach((value, at) => expect(value).toBeCloseTo(at % 4 === 0 ? 1 : 0, 9));
      },
    ),
  );
});
