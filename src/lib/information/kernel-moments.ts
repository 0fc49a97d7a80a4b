/** The three means on which the dependence measures of two kernel matrices are built. */
export interface KernelMoments {
  /** A = Σ_ij K_ij Q_ij / N²: of the joint law. */
  readonly joint: number;
  /** B = ΣK ΣQ / N⁴: of the product of the marginals. */
  readonly product: number;
  /** C = Σ_i k_i q_i / N³, with row sums k and q: between the two. */
  readonly cross: number;
  /** ΣK, ΣQ and the row sums, which gradients need. */
  readonly sumK: number;
  readonly sumQ: number;
  readonly rowsK: Float64Array;
  readonly rowsQ: Float64Array;
}

/**
 * Moments of the kernel matrices of N paired points, by element-wise sums and row sums alone: O(N²).
 *
 * @param K `[N, N]`, symmetric, row-major; @param Q the same for the other variable.
 * @throws {RangeError} if the matrices are not square or differ in size, or hold what is no number.
 */
export function kernelMoments(K: Float64Array, Q: Float64Array): KernelMoments {
  const n = Math.sqrt(K.length);
  if (!Number.isInteger(n) || n < 1 || Q.length !== K.length)
    throw new RangeError(`kernel matrices of ${K.length} and ${Q.length} elements: expected two [N, N]`);
  const rowsK = new Float64Array(n);
  const rowsQ = new Float64Array(n);
  let joint = 0;
  let sumK = 0;
  let sumQ = 0;
  let cross = 0;
  for (let i = 0; i < n; i++) {
    let k = 0;
    let q = 0;
    for (let at = i * n; at < (i + 1) * n; at++) {
      joint += K[at] * Q[at];
      k += K[at];
      q += Q[at];
    }
    rowsK[i] = k;
    rowsQ[i] = q;
    sumK += k;
    sumQ += q;
    cross += k * q;
  }
  if (!Number.isFinite(sumK + sumQ))
    throw new RangeError(`kernel matrices that sum to ${sumK} and ${sumQ}: their points must be finite`);
  return {
    joint: joint / n ** 2,
    product: (sumK * sumQ) / n ** 4,
    cross: cross / n ** 3,
    sumK,
    sumQ,
    rowsK,
    rowsQ,
  };
}
