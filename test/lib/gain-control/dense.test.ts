import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  apply,
  applyTransposed,
  gram,
  invertPositiveDefinite,
  multiply,
  solveCholesky,
} from '../../../src/lib/gain-control/dense.js';
import { cholesky } from '../../../src/lib/statistics/cholesky.js';

const A = Float64Array.of(1, 2, 3, 4);

test('products of a matrix that can be checked by hand', () => {
  expect([...apply(A, [5, 6])]).toEqual([17, 39]);
  expect([...applyTransposed(A, [5, 6])]).toEqual([23, 34]);
  expect([...multiply(A, Float64Array.of(0, 1, 1, 0))]).toEqual([2, 1, 4, 3]);
  expect([...gram(A)]).toEqual([10, 14, 14, 20]);
  expect([...invertPositiveDefinite(Float64Array.of(2, 1, 1, 1))]).toEqual([
    expect.closeTo(1, 12),
    expect.closeTo(-1, 12),
    expect.closeTo(-1, 12),
    expect.closeTo(2, 12),
  ]);
  expect(() => invertPositiveDefinite(Float64Array.of(1, 2, 2, 1))).toThrow(RangeError);
});

test('a solution put back gives the right-hand side', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 9, maxLength: 9 }),
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 }),
      (elements, b) => {
        const matrix = gram(Float64Array.from(elements));
        for (let i = 0; i < 3; i++) matrix[4 * i] += 1;
        const x = solveCholesky(cholesky(matrix), b);
        apply(matrix, x).forEach((value, i) => expect(value).toBeCloseTo(b[i], 9));
        const product = multiply(matrix, invertPositiveDefinite(matrix));
        product.forEach((value, at) => expect(value).toBeCloseTo(at % 4 === 0 ? 1 : 0, 9));
      },
    ),
  );
});
