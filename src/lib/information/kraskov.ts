import { digammaTable } from '../statistics/digamma.js';
import { nextAbove } from './neighbours/metric.js';
import { neighbourhoods } from './neighbours/neighbourhoods.js';
import { jointPoints, type PairedPoints } from './paired-points.js';

export interface KraskovOptions {
  /** Which neighbour's distance is the radius: fewer for less bias, more for less variance; 3 where omitted. */
  readonly k?: number;
  /**
   * 1 counts the marginal neighbours within one cube around a joint point, 2 within the box of its own
   * extent in x and in y; 1 where omitted.
   */
  readonly algorithm?: 1 | 2;
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
 * (to unit variance, say): the value tends to one that does not depend on scales, but a sample's does. Ties,
 * as in rounded data, bias both: add noise below the resolution.
 *
 * @throws {RangeError} if the points are not paired or not finite, or k is not an integer from 1 to n − 1.
 */
export function kraskov(pair: PairedPoints, { k = 3, algorithm = 1 }: KraskovOptions = {}): number {
  const joint = jointPoints(pair);
  const { x, dimensionX, y, dimensionY } = pair;
  const n = x.length / dimensionX;
  const { distances, indices } = neighbourhoods(joint, dimensionX + dimensionY, 'maximum').nearest(k);
  const radius =
    algorithm === 1
      ? () => Float64Array.from({ length: n }, (_, i) => distances[i * k + k - 1])
      : (points: Float64Array, dimension: number) => extents(points, dimension, indices, k).map(nextAbove);
  const inX = neighbourhoods(x, dimensionX, 'maximum').closer(radius(x, dimensionX));
  const inY = neighbourhoods(y, dimensionY, 'maximum').closer(radius(y, dimensionY));

  const psi = digammaTable(n);
  const shift = algorithm === 1 ? 1 : 0;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += psi[inX[i] + shift] + psi[inY[i] + shift];
  return psi[k] - (algorithm === 1 ? 0 : 1 / k) + psi[n] - sum / n;
}

/** The largest distance of each point to its k neighbours, in one variable. */
function extents(points: Float64Array, dimension: number, indices: Uint32Array, k: number): Float64Array {
  const extent = new Float64Array(indices.length / k);
  indices.forEach((other, at) => {
    const own = Math.floor(at / k);
    for (let c = 0; c < dimension; c++)
      extent[own] = Math.max(
        extent[own],
        Math.abs(points[own * dimension + c] - points[other * dimension + c]),
      );
  });
  return extent;
}
