import { expect, it } from 'vitest';
import { matrixProduct, transposed } from '../../../src/lib/linear-algebra/matrix-product.js';

it('multiplies rows by columns and turns matrices over', () => {
  const A = [1, 2, 3, 4, 5, 6];
  expect([...matrixProduct(A, [1, 0, 2, 1, 0, 3], 3)]).toEqual([5, 11, 14, 23]);
  expect([...transposed(A, 3)]).toEqual([1, 4, 2, 5, 3, 6]);
  const square = [1, 2, 3, 4];
  expect([...matrixProduct(square, [0, 1, 1, 0], 2)]).toEqual([2, 1, 4, 3]);
  expect([...matrixProduct(transposed(square, 2), square, 2)]).toEqual([10, 14, 14, 20]);
  expect(() => matrixProduct(A, [1, 2], 4)).toThrow('share no side of 4');
});
