import type { Variable } from './variable.js';

/** Standard errors of a correlation that is none, beyond which rows in their order count as a series. */
const beyondChance = 4;

/**
 * Whether a variable's rows look like a series: the correlation of each with the next, in a coordinate of numbers, is
 * beyond four standard errors, 4/√n. Two such variables seem to depend on each other when they do not, wherever shuffles
 * are what they are compared with.
 */
export function remembers({ points: { points, dimension }, kind }: Variable): boolean {
  if (kind !== 'continuous' && kind !== 'tied') return false;
  const n = points.length / dimension;
  for (let c = 0; c < dimension; c++) {
    let [mean, products, squares] = [0, 0, 0];
    for (let i = 0; i < n; i++) mean += points[i * dimension + c] / n;
    for (let i = 0; i < n; i++) {
      const own = points[i * dimension + c] - mean;
      squares += own * own;
      if (i > 0) products += own * (points[(i - 1) * dimension + c] - mean);
    }
    if (Math.abs(products) > (beyondChance / Math.sqrt(n)) * squares) return true;
  }
  return false;
}
