import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minimumNorm } from '../../../src/lib/linear-algebra/minimum-norm.js';

it('agrees with NumPy 2.4.6 (linalg.lstsq) where equations contradict each other and do not suffice', () => {
  const A = Float64Array.of(1, 2, 3, 4, 2, 4, 6, 8, 1, 0, 1, 0);
  const expected = [0.5636363636363638, -0.12727272727272737, 0.4363636363636366, -0.25454545454545463];
  minimumNorm(A, [1, 1, 1], 1e-6).forEach((value, at) => expect(value).toBeCloseTo(expected[at], 14));
  // More equations than unknowns: the mean is the least-squares solution.
  expect(minimumNorm(Float64Array.of(1, 1, 1), [3, 4, 8], 1e-6)[0]).toBeCloseTo(5, 14);
});

it('satisfies the equations of Moore and Penrose', () => {
  const integer = fc.integer({ min: -4, max: 4 });
  const systems = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([m, n]) =>
    fc.record({
      A: fc.array(integer, { minLength: m * n, maxLength: m * n }),
      b: fc.array(integer, { minLength: m, maxLength: m }),
      n: fc.constant(n),
    }),
  );
  fc.assert(
    fc.property(systems, ({ A, b, n }) => {
      const x = minimumNorm(Float64Array.from(A), b, 1e-9);
      const row = (i: number) => A.slice(i * n, (i + 1) * n);
      const residual = b.map((value, i) => row(i).reduce((sum, a, k) => sum + a * x[k], -value));
      // What is left is orthogonal to the columns, so that no x does better.
      for (let k = 0; k < n; k++)
        expect(residual.reduce((sum, r, i) => sum + r * A[i * n + k], 0)).toBeCloseTo(0, 7);
      // And x has no part that A does not see: projecting it on the rows, by solving for A x, gives x again.
      const again = minimumNorm(
        Float64Array.from(A),
        b.map((_, i) => row(i).reduce((sum, a, k) => sum + a * x[k], 0)),
        1e-9,
      );
      again.forEach((value, k) => expect(value).toBeCloseTo(x[k], 7));
    }),
  );
});
