import { symmetricEigen } from '../../lib/linear-algebra/symmetric-eigen.js';

/** Points and weights of a quadrature rule. */
export interface Quadrature {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Gauss's rule for expectations under the standard normal law, E f(z) ≈ Σ w f(z), exact for polynomials below degree
 * 2n: the points are the eigenvalues of the Jacobi matrix of the Hermite polynomials, √k beside its diagonal, the
 * weights the squared first elements of its eigenvectors (G. Golub, J. Welsch, *Math. Comp.* 23, 1969).
 */
export function gaussHermite(n: number): Quadrature {
  const jacobi = new Float64Array(n * n);
  for (let k = 1; k < n; k++) jacobi[k * n + k - 1] = jacobi[(k - 1) * n + k] = Math.sqrt(k);
  const { values, vectors } = symmetricEigen(jacobi);
  return { points: values, weights: Float64Array.from(values, (_, i) => vectors[i * n] ** 2) };
}
