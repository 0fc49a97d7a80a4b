/**
 * The lower bound of noise-contrastive estimation on mutual information, in nats:
 * mean_i [f_ii − ln mean_j e^{f_ij}]; at most ln N (A. van den Oord, Y. Li, O. Vinyals, 2018).
 *
 * @param critic f `[n, n]`, row-major: f_ij scores sample i with the partner of j; optimal is ln p(y|x)/p(y). A score of
 *   ∞ is what large ones tend to.
 * @throws {RangeError} unless the scores are a square of numbers, one in each row above −∞.
 */
export function infoNce(critic: Float64Array): number {
  const n = Math.sqrt(critic.length);
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`InfoNCE: ${critic.length} scores: expected [n, n]`);
  const strange = critic.findIndex(Number.isNaN);
  if (strange >= 0)
    throw new RangeError(`InfoNCE: score ${strange % n} of row ${Math.floor(strange / n)} is NaN`);
  let bound = 0;
  for (let i = 0; i < n; i++) {
    const row = critic.subarray(i * n, (i + 1) * n);
    const largest = row.reduce((a, b) => Math.max(a, b), -Infinity);
    if (largest === -Infinity) throw new RangeError(`InfoNCE: all scores of row ${i} are −∞`);
    // ∞ − ∞ is zero here.
    const below = (value: number) => (value === largest ? 0 : value - largest);
    const total = row.reduce((sum, value) => sum + Math.exp(below(value)), 0);
    bound += (below(row[i]) - Math.log(total / n)) / n;
  }
  return bound;
}
