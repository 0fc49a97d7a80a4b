/**
 * Cholesky factor of a symmetric positive definite matrix: the lower triangular L with L Lᵀ = matrix.
 *
 * @param matrix `[d, d]`, row-major; only its lower triangle is read.
 * @returns L, `[d, d]`, zeros above the diagonal.
 * @throws {RangeError} if the matrix is not square or not positive definite.
 */
export function cholesky(matrix: ArrayLike<number>): Float64Array {
  const d = Math.sqrt(matrix.length);
  if (!Number.isInteger(d)) throw new RangeError(`Cholesky: ${matrix.length} elements are no square matrix`);
  const L = new Float64Array(d * d);
  for (let i = 0; i < d; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * d + j];
      for (let k = 0; k < j; k++) sum -= L[i * d + k] * L[j * d + k];
      if (i === j && !(sum > 0))
        throw new RangeError(`Cholesky: the matrix is not positive definite (pivot ${i} is ${sum})`);
      L[i * d + j] = i === j ? Math.sqrt(sum) : sum / L[j * d + j];
    }
  return L;
}

/** log det of the matrix with this Cholesky factor. */
export function logDeterminant(L: Float64Array): number {
  const d = Math.sqrt(L.length);
  let sum = 0;
  for (let i = 0; i < d; i++) sum += Math.log(L[i * d + i]);
  return 2 * sum;
}

/** L⁻¹ v for a lower triangular L `[d, d]` and v `[d]`; its squared norm is vᵀ (L Lᵀ)⁻¹ v. */
export function solveLower(L: Float64Array, v: ArrayLike<number>): Float64Array {
  const d = v.length;
  const solution = new Float64Array(d);
  for (let i = 0; i < d; i++) {
    let sum = v[i];
    for (let k = 0; k < i; k++) sum -= L[i * d + k] * solution[k];
    solution[i] = sum / L[i * d + i];
  }
  return solution;
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
