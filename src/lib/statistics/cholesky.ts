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
