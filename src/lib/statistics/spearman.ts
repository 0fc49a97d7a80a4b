/** Ranks from 1, ascending; equal values share the mean of their ranks. */
export function midranks(values: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]] === values[order[start]]) end++;
    for (let at = start; at < end; at++) ranks[order[at]] = (start + end + 1) / 2;
  }
  return ranks;
}

/**
 * Spearman's rank correlation of the pairs (x_i, y_i): Pearson's correlation of their midranks. NaN if all x or
 * all y are equal.
 *
 * @throws {RangeError} if the lengths differ, there are fewer than two pairs, or a value is not finite.
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  if (y.length !== n) throw new RangeError(`Spearman's rho: ${n} values of x but ${y.length} of y`);
  if (n < 2) throw new RangeError(`Spearman's rho: ${n} pairs; needs at least 2`);
  for (let i = 0; i < n; i++)
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i]))
      throw new RangeError(`Spearman's rho: pair ${i} is (${x[i]}, ${y[i]}); drop missing values`);
  const a = midranks(x);
  const b = midranks(y);
  const mean = (n + 1) / 2;
  let [both, inX, inY] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    both += (a[i] - mean) * (b[i] - mean);
    inX += (a[i] - mean) ** 2;
    inY += (b[i] - mean) ** 2;
  }
  return both / Math.sqrt(inX * inY);
}
