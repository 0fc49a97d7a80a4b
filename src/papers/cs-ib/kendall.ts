import { normalTail } from '../../lib/statistics/normal.js';

/** Kendall's rank correlation and the two-sided probability of one as strong without association. */
export interface RankCorrelation {
  readonly tau: number;
  readonly pValue: number;
}

/**
 * Kendall's τ-b of the pairs (x_i, y_i): concordant minus discordant pairs over
 * √((n₀ − n_x)(n₀ − n_y)), with n₀ = n(n−1)/2 and n_x, n_y the pairs tied in x and in y; O(n²).
 * The p-value takes the normal law with the tie-corrected variance (M. Kendall, *Rank Correlation Methods*,
 * 4th ed. 1970, ch. 4), good from about ten pairs. Both are NaN if all x or all y are equal.
 *
 * @throws {RangeError} if the lengths differ, there are fewer than three pairs, or a value is not finite.
 */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>): RankCorrelation {
  const n = x.length;
  if (y.length !== n) throw new RangeError(`Kendall's tau: ${n} values of x but ${y.length} of y`);
  if (n < 3) throw new RangeError(`Kendall's tau: ${n} pairs; needs at least 3`);
  for (let i = 0; i < n; i++)
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i]))
      throw new RangeError(`Kendall's tau: pair ${i} is (${x[i]}, ${y[i]}); drop missing values`);

  let surplus = 0;
  for (let i = 1; i < n; i++)
    for (let j = 0; j < i; j++) surplus += Math.sign(x[i] - x[j]) * Math.sign(y[i] - y[j]);
  const inX = ties(x);
  const inY = ties(y);
  const pairs = (n * (n - 1)) / 2;
  const tau = surplus / Math.sqrt((pairs - inX.pairs) * (pairs - inY.pairs));
  const variance =
    (n * (n - 1) * (2 * n + 5) - inX.spread - inY.spread) / 18 +
    (inX.pairs * inY.pairs) / pairs +
    (inX.triples * inY.triples) / (9 * n * (n - 1) * (n - 2));
  return { tau, pValue: Number.isNaN(tau) ? NaN : 2 * normalTail(Math.abs(surplus) / Math.sqrt(variance)) };
}

/** Sums over groups of t equal values: t(t−1)/2, t(t−1)(t−2) and t(t−1)(2t+5). */
function ties(values: ArrayLike<number>): { pairs: number; triples: number; spread: number } {
  const sorted = Float64Array.from(values).sort();
  const sums = { pairs: 0, triples: 0, spread: 0 };
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    const t = end - start;
    sums.pairs += (t * (t - 1)) / 2;
    sums.triples += t * (t - 1) * (t - 2);
    sums.spread += t * (t - 1) * (2 * t + 5);
  }
  return sums;
}
