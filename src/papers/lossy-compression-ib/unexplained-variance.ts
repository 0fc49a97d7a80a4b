import { meanPoint } from '../../lib/statistics/covariance.js';

/**
 * The share of the points' variance that a reconstruction leaves unexplained, Σ ‖x_i − x̂_i‖² / Σ ‖x_i − x̄‖²: 0 for
 * a perfect one, 1 for the mean.
 *
 * @param points x, `[n, dimension]`, row-major; @param reconstruction x̂, of the same shape.
 * @throws {RangeError} if the shapes differ.
 */
export function unexplainedVariance(
  points: Float64Array,
  reconstruction: Float64Array,
  dimension: number,
): number {
  if (reconstruction.length !== points.length)
    throw new RangeError(`${points.length} coordinates but ${reconstruction.length} reconstructed ones`);
  const mean = meanPoint(points, dimension);
  let [left, all] = [0, 0];
  points.forEach((value, at) => {
    left += (value - reconstruction[at]) ** 2;
    all += (value - mean[at % dimension]) ** 2;
  });
  return left / all;
}
