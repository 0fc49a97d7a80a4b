import { type MeanInterval, meanInterval } from '../../lib/statistics/interval.js';
import { studentQuantile } from '../../lib/statistics/student.js';

/**
 * Welch's interval for the difference of the expectations of two independent samples, mean a − mean b
 * ± t_{(1 + confidence)/2, ν} √(s_a²/n_a + s_b²/n_b), with the Welch–Satterthwaite ν rounded down, which widens it.
 * Without ends for a sample of fewer than two values; where neither sample spreads, it is a point.
 *
 * @throws {RangeError} if a value is not finite.
 */
export function welchInterval(a: ArrayLike<number>, b: ArrayLike<number>, confidence = 0.95): MeanInterval {
  const [meanA, meanB] = [meanInterval(a).value, meanInterval(b).value];
  if (meanA === null || meanB === null) return { value: null, low: null, high: null };
  const value = meanA - meanB;
  if (a.length < 2 || b.length < 2) return { value, low: null, high: null };
  const [errorA, errorB] = [squaredError(a, meanA), squaredError(b, meanB)];
  const sum = errorA + errorB;
  if (sum === 0) return { value, low: value, high: value };
  const freedom = sum ** 2 / (errorA ** 2 / (a.length - 1) + errorB ** 2 / (b.length - 1));
  const half = studentQuantile((1 + confidence) / 2, Math.floor(freedom)) * Math.sqrt(sum);
  return { value, low: value - half, high: value + half };
}

/** s²/n */
function squaredError(sample: ArrayLike<number>, mean: number): number {
  const n = sample.length;
  return Array.from(sample).reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) / n;
}
