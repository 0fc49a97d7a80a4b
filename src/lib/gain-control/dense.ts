import { cholesky, solveLower } from '../statistics/cholesky.js';

/** A v, of A `[n, n]` row-major and v `[n]`. */
export function apply(A: Float64Array, v: ArrayLike<number>): Float64Array {
  const n = v.length;
  const product = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0, at = i * n; j < n; j++, at++) sum += A[at] * v[j];
    product[i] = sum;
  }
  return product;
}

/** Aᵀ v, of A `[n, n]` row-major and v `[n]`. */
export function applyTransposed(A: Float64Array, v: ArrayLike<number>): Float64Array {
  const n = v.length;
  const product = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const factor = v[i];
    for (let j = 0, at = i * n; j < n; j++, at++) product[j] += A[at] * factor;
  }
  return product;
}

/** A B of two matrices `[n, n]`, row-major. */
export function multiply(A: Float64Array, B: Float64Array): Float64Array {
  const n = Math.sqrt(A.length);
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = product.subarray(i * n, (i + 1) * n);
    for (let k = 0; k < n; k++) {
      const factor = A[i * n + k];
      for (let j = 0, at = k * n; j < n; j++, at++) row[j] += factor * B[at];
    }
  }
  return product;
}

/** Aᵀ A of a matrix `[n, n]`, row-major. */
export function gram(A: Float64Array): Float64Array {
  const n = Math.sqrt(A.length);
  const product = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const row = A.subarray(k * n, (k + 1) * n);
    for (let i = 0; i < n; i++) {
      const factor = row[i];
      for (let j = 0, at = i * n; j < n; j++, at++) product[at] += factor * row[j];
    }
  }
  return product;
}

/**
 * Solves A x = b for a symmetric positive definite A, given its Cholesky factor L `[n, n]`: L y = b, then Lᵀ x = y.
 *
 * @returns x `[n]`.
 */
export function solveCholesky(L: Float64Array, b: ArrayLike<number>): Float64Array {
  const n = b.length;
  const x = solveLower(L, b);
  for (let i = n - 1; i >= 0; i--) {
    const value = (x[i] /= L[i * n + i]);
    for (let k = 0; k < i; k++) x[k] -= L[i * n + k] * value;
  }
  return x;
}

/**
 * A⁻¹ of a symmetric positive definite matrix `[n, n]`.
 *
 * @throws {RangeError} if the matrix is not positive definite.
 */
export function invertPositiveDefinite(A: Float64Array): Float64Array {
  const L = cholesky(A);
  const n = Math.sqrt(A.length);
  const inverse = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    unit[i] = 1;
    inverse.set(solveCholesky(L, unit), i * n);
    unit[i] = 0;
  }
  return inverse;
}
