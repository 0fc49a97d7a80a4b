import type { MeanInterval } from '../../lib/statistics/interval.js';
import type { Random } from '../../lib/statistics/random.js';

/**
 * Pearson's correlation of the pairs (x_i, y_i). NaN if all x or all y are equal.
 *
 * @throws {RangeError} if the lengths differ, there are fewer than two pairs, or a value is not finite.
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  if (y.length !== n) throw new RangeError(`Pearson's r: ${n} values of x but ${y.length} of y`);
  if (n < 2) throw new RangeError(`Pearson's r: ${n} pairs; needs at least 2`);
  for (let i = 0; i < n; i++)
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i]))
      throw new RangeError(`Pearson's r: pair ${i} is (${x[i]}, ${y[i]}); drop missing values`);
  return correlation(x, y, (i) => i);
}

/**
 * Pearson's correlation with the percentile interval of the bootstrap (B. Efron, R. Tibshirani, *An Introduction to
 * the Bootstrap*, 1993, ch. 13): pairs are drawn with replacement `draws` times. Draws in which all x or all y are
 * equal say nothing and are left out; all is `null` where the sample itself is such a one.
 *
 * @throws {RangeError} as {@link pearson} does.
 */
export function bootstrapPearson(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  source: Random,
  { draws = 2000, confidence = 0.95 } = {},
): MeanInterval {
  const value = pearson(x, y);
  if (Number.isNaN(value)) return { value: null, low: null, high: null };
  const n = x.length;
  const drawn = new Uint32Array(n);
  const found = Float64Array.from({ length: draws }, () => {
    for (let i = 0; i < n; i++) drawn[i] = source.integer(n);
    return correlation(x, y, (i) => drawn[i]);
  })
    .filter((r) => !Number.isNaN(r))
    .sort();
  const quantile = (p: number) => found[Math.round(p * (found.length - 1))];
  return { value, low: quantile((1 - confidence) / 2), high: quantile((1 + confidence) / 2) };
}

/** Of the pairs whose numbers `at` gives. */
function correlation(x: ArrayLike<number>, y: ArrayLike<number>, at: (i: number) => number): number {
  const n = x.length;
  let [meanX, meanY] = [0, 0];
  for (let i = 0; i < n; i++) {
    meanX += x[at(i)] / n;
    meanY += y[at(i)] / n;
  }
  let [both, inX, inY] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [a, b] = [x[at(i)] - meanX, y[at(i)] - meanY];
    both += a * b;
    inX += a * a;
    inY += b * b;
  }
  return both / Math.sqrt(inX * inY);
}
