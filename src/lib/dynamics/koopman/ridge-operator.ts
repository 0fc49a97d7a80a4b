import { cholesky } from '../../statistics/cholesky.js';
import { matrixProduct, transposed } from '../../statistics/matrix-product.js';

/**
 * The operator that takes each latent to the next, z₊ ≈ z K (rows are latents), by ridge regression:
 * K = (Zᵀ Z + r I)⁻¹ Zᵀ Z₊, as the released code of X. Cheng et al. (ICLR 2026) fits it.
 *
 * @param Z `[n, d]`; @param next `[n, m]`, usually m = d; @param ridge r, above zero unless Zᵀ Z is invertible.
 * @returns `[d, m]`.
 * @throws {RangeError} where Zᵀ Z + r I is not positive definite.
 */
export function ridgeOperator(Z: Float64Array, next: Float64Array, d: number, ridge: number): Float64Array {
  const n = Z.length / d;
  const m = next.length / n;
  const across = transposed(Z, d);
  const gram = matrixProduct(across, Z, n);
  for (let i = 0; i < d; i++) gram[i * d + i] += ridge;
  const L = cholesky(gram);
  const X = matrixProduct(across, next, n);
  // L Y = Zᵀ Z₊, then Lᵀ K = Y, in place.
  for (let i = 0; i < d; i++)
    for (let j = 0; j < m; j++) {
      for (let k = 0; k < i; k++) X[i * m + j] -= L[i * d + k] * X[k * m + j];
      X[i * m + j] /= L[i * d + i];
    }
  for (let i = d - 1; i >= 0; i--)
    for (let j = 0; j < m; j++) {
      for (let k = i + 1; k < d; k++) X[i * m + j] -= L[k * d + i] * X[k * m + j];
      X[i * m + j] /= L[i * d + i];
    }
  return X;
}
