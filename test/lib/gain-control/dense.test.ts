import { expect, test } from 'vitest';
import { apply, applyTransposed } from '../../../src/lib/gain-control/dense.js';

const A = Float64Array.of(1, 2, 3, 4);

test('products of a matrix that can be checked by hand', () => {
  expect([...apply(A, [5, 6])]).toEqual([17, 39]);
  expect([...applyTransposed(A, [5, 6])]).toEqual([23, 34]);
});
