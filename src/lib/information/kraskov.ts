import { digammaTable } from '../statistics/digamma.js';
import { nextAbove } from './neighbours/metric.js';
import { neighbourhoods } from './neighbours/neighbourhoods.js';
import { jointPoints, type PairedPoints } from './paired-points.js';
import { refuseUnlikeScales } from './unlike-scales.js';
import { nearestWithoutTies, refuseRepeats } from './without-ties.js';

export interface KraskovOptions {
  /** Which neighbour's distance is the radius: fewer for less bias, more for less variance; 3 where omitted. */
  readonly k?: number;
  /**
   * 1 counts the marginal neighbours within one cube around a joint point, 2 within the box of its own
   * extent in x and in y; 1 where omitted.
   */
  readonly algorithm?: 1 | 2;
  /**
   * Whether values that the formula is not for are refused (default). Without, they get its number all the same, as from
   * code that looks at nothing.
   */
  readonly checked?: boolean;
}

/**
 * Mutual information of two continuous variables by their k nearest neighbours, in nats, all norms maximum
 * norms (A. Kraskov, H. Stögbauer, P. Grassberger, "Estimating mutual information", *Phys. Rev. E* 69, 2004,
 * equations 8 and 9). With ε_i the distance of the i-th joint point to its k-th neighbour:
 *
 * - algorithm 1: ψ(k) + ψ(n) − ⟨ψ(n_x + 1) + ψ(n_y + 1)⟩, n_x points being closer than ε_i in x;
 * - algorithm 2: ψ(k) − 1/k + ψ(n) − ⟨ψ(n_x) + ψ(n_y)⟩, n_x points being at most as far in x as any of the k.
 *
 * An estimate of independent variables scatters around zero and may be below it. Scale the variables alike
 * (to unit variance, say): the value tends to one that does not depend on scales, but a sample's does. Algorithm 1 takes a
 * label or a constant for one of the variables, algorithm 2 does not. With as many ties as are tolerated it is off by about
 * 0.01 nats.
 *
 * @throws {RangeError} if the points are not paired or not finite, k is not an integer from 1 to n − 1, ties at the k-th
 *   neighbour are more than a few, for algorithm 2 values of x or of y repeat, or one variable is so small beside the other
 *   that most of its points are neighbours of all.
 */
export function kraskov(
  pair: PairedPoints,
  { k = 3, algorithm = 1, checked = true }: KraskovOptions = {},
): number {
  if (algorithm !== 1 && algorithm !== 2)
    throw new RangeError(`kraskov: algorithm ${String(algorithm)}: there are 1 and 2`);
  const joint = jointPoints(pair);
  const { x, dimensionX, y, dimensionY } = pair;
  const n = x.length / dimensionX;
  const dimension = dimensionX + dimensionY;
  // Algorithm 2 counts values as far as the farthest of k, so that repeated ones of either variable put it too low.
  if (checked && algorithm === 2)
    refuseRepeats(
      pair,
      'kraskov by algorithm 2',
      'algorithm 1 if the other is continuous, else mesnerShalizi',
    );
  const { distances, indices, columns } = checked
    ? nearestWithoutTies({ points: joint, dimension }, k, 'kraskov', 'mesnerShalizi')
    : { ...neighbourhoods(joint, dimension, 'maximum').nearest(k), columns: k };
  const radius =
    algorithm === 1
      ? () => Float64Array.from({ length: n }, (_, i) => distances[i * columns + k - 1])
      : (points: Float64Array, d: number) => extents(points, d, indices, columns, k).map(nextAbove);
  const inX = neighbourhoods(x, dimensionX, 'maximum').closer(radius(x, dimensionX));
  const inY = neighbourhoods(y, dimensionY, 'maximum').closer(radius(y, dimensionY));
  if (checked) refuseUnlikeScales({ x: inX, y: inY }, pair, k, 'kraskov');

  const psi = digammaTable(n);
  const shift = algorithm === 1 ? 1 : 0;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += psi[inX[i] + shift] + psi[inY[i] + shift];
  return psi[k] - (algorithm === 1 ? 0 : 1 / k) + psi[n] - sum / n;
}

/** The largest distance of each point to its k neighbours, in one variable. */
function extents(
  points: Float64Array,
  dimension: number,
  indices: Uint32Array,
  columns: number,
  k: number,
): Float64Array {
  const extent = new Float64Array(indices.length / columns);
  indices.forEach((other, at) => {
    const own = Math.floor(at / columns);
    if (at % columns >= k) return;
    for (let c = 0; c < dimension; c++)
      extent[own] = Math.max(
        extent[own],
        Math.abs(points[own * dimension + c] - points[other * dimension + c]),
      );
  });
  return extent;
}
