import { normalProbability } from '../../lib/statistics/normal.js';

/**
 * What the final query of the vote attack is expected to average to on the sample, where its truth is 0:
 *
 * e(m, n, σ) = 2 Φ( √(2m / πn) / √(1 + nσ²) ) − 1,
 *
 * for m queries answered on n points with normal noise of standard deviation σ. Each answer's sign agrees with a
 * point's own term a little more often than not, by √(2 / πn) / √(1 + nσ²) on average, and the vote adds m of them
 * up. Exact in the limit of many queries and points.
 */
export function adaptiveError(queries: number, points: number, sigma: number): number {
  const pull = Math.sqrt((2 * queries) / (Math.PI * points)) / Math.sqrt(1 + points * sigma * sigma);
  return 2 * normalProbability(pull) - 1;
}
