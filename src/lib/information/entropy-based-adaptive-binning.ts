import { checkBins, type Values } from './binning.js';

/**
 * Edges of bins that each hold the same number of distinct values, so that they follow the activations whatever
 * their scale (I. Chelombiev, C. Houghton, C. O'Donnell, "Adaptive estimators show information compression in deep
 * neural networks", ICLR 2019): `low`, then every (m/bins)-th of the m distinct values other than `low` in
 * ascending order, then the largest. The value `low`, as of units that are off, has a bin of its own. One set of
 * edges serves all units of a layer at a time of training. Joint bins do not change under a strictly increasing
 * map of the activations that keeps `low`.
 *
 * @param activations of all units, in any order.
 * @param low at most the least activation; 0 for ReLU and softplus, −1.000001 for tanh and ELU.
 * @returns `[bins + 2]`, ascending, some of them equal where there are fewer distinct values than bins; `[1]`
 *   where there is no value other than `low`.
 * @throws {RangeError} if an activation is below `low` or not a number, or bins is not an integer of at least 1.
 */
export function adaptiveEdges(activations: Values, bins: number, low: number): Float64Array {
  checkBins(bins);
  const sorted = activations.slice().sort();
  if (!(sorted[0] >= low && sorted[sorted.length - 1] >= low))
    throw new RangeError(
      `adaptive binning: activations from ${sorted[0]} to ${sorted[sorted.length - 1]}, but the lowest edge is ${low}`,
    );
  const distinct = sorted.filter((value, i) => value !== low && (i === 0 || value !== sorted[i - 1]));
  const m = distinct.length;
  if (m === 0) return Float64Array.of(low);
  const edges = new Float64Array(bins + 2);
  edges[0] = low;
  for (let k = 0; k < bins; k++) edges[k + 1] = distinct[Math.floor((k * m) / bins)];
  edges[bins + 1] = distinct[m - 1];
  return edges;
}
