import { expect, it } from 'vitest';
import { cholesky, logDeterminant, solveLower } from '../../../src/lib/statistics/cholesky.js';

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
