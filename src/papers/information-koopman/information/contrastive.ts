/**
 * The lower bound of noise-contrastive estimation on mutual information, in nats:
 * mean_i [f_ii − ln mean_j e^{f_ij}]; at most ln N (A. van den Oord, Y. Li, O. Vinyals, 2018).
 *
 * @param critic f `[n, n]`, row-major: f_ij scores sample i with the partner of j; optimal is ln p(y|x)/p(y).
 */
export function infoNce(critic: Float64Array): number {
  const n = Math.sqrt(critic.length);
  let bound = 0;
  for (let i = 0; i < n; i++) {
    const row = critic.subarray(i * n, (i + 1) * n);
    const largest = row.reduce((a, b) => Math.max(a, b), -Infinity);
    const total = row.reduce((sum, value) => sum + Math.exp(value - largest), 0);
    bound += (row[i] - largest - Math.log(total / n)) / n;
  }
  return bound;
}

/** Which of a sequence's samples are neighbours in time, and how alike is alike. */
export interface TemporalContrast {
  /** k: the 2 k samples at most so many steps away are the positives. */
  readonly reach: number;
  /** τ, by which cosines are divided. */
  readonly temperature: number;
}

/**
 * The multi-positive contrast of a sequence with itself, in nats: over the samples n with k neighbours on both sides,
 * the mean of −ln(Σ_P e^{s/τ} / Σ_{P∪N} e^{s/τ}), s being cosines, P the 2 k neighbours and N all other samples but n
 * (X. Cheng et al., ICLR 2026, as in the released code). It falls towards 0 where neighbours are alike and
 * others are not.
 *
 * @param z `[T, d]`, row-major.
 * @throws {RangeError} where no sample has k neighbours on both sides.
 */
export function temporalContrast(
  z: Float64Array,
  d: number,
  { reach, temperature }: TemporalContrast,
): number {
  const T = z.length / d;
  if (!(T > 2 * reach))
    throw new RangeError(`temporal contrast: ${T} samples have no ${reach} on both sides`);
  const dot = (a: number, b: number) => {
    let sum = 0;
    for (let c = 0; c < d; c++) sum += z[a * d + c] * z[b * d + c];
    return sum;
  };
  const norms = Float64Array.from({ length: T }, (_, i) => Math.sqrt(dot(i, i)));
  let loss = 0;
  for (let n = reach; n < T - reach; n++) {
    let [positive, all] = [0, 0];
    for (let j = 0; j < T; j++) {
      if (j === n) continue;
      const weight = Math.exp(dot(n, j) / (norms[n] * norms[j] * temperature));
      all += weight;
      if (Math.abs(j - n) <= reach) positive += weight;
    }
    loss += Math.log(all / positive);
  }
  return loss / (T - 2 * reach);
}
