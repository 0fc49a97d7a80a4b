import { expect, test } from 'vitest';
import { times, transposedTimes } from '../../../src/papers/gain-control/matrix-times-vector.js';

const A = Float64Array.of(1, 2, 3, 4);

test('products of a matrix that can be checked by hand', () => {
  expect([...times(A, [5, 6])]).toEqual([17, 39]);
  expect([...transposedTimes(A, [5, 6])]).toEqual([23, 34]);
});
