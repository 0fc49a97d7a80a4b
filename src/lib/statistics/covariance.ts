/** Mean of each coordinate, `[dimension]`, of points `[n, dimension]`, row-major. */
export function meanPoint(points: Float64Array, dimension: number): Float64Array {
  const n = points.length / dimension;
  const mean = new Float64Array(dimension);
  for (let at = 0; at < points.length; at += dimension)
    for (let c = 0; c < dimension; c++) mean[c] += points[at + c] / n;
  return mean;
}

/**
 * Sample covariance Σ_i (x_i − x̄)(x_i − x̄)ᵀ / (n − 1).
 *
 * @param points `[n, dimension]`, row-major.
 * @returns `[dimension, dimension]`, symmetric.
 * @throws {RangeError} for fewer than two points, or coordinates that do not fill whole points.
 */
export function covariance(points: Float64Array, dimension: number): Float64Array {
  const n = points.length / dimension;
  if (!Number.isInteger(n) || n < 2)
    throw new RangeError(
      `covariance of ${points.length} coordinates in dimension ${dimension}: two points needed`,
    );
  const mean = meanPoint(points, dimension);
  const matrix = new Float64Array(dimension * dimension);
  const centred = new Float64Array(dimension);
  for (let at = 0; at < points.length; at += dimension) {
    for (let c = 0; c < dimension; c++) centred[c] = points[at + c] - mean[c];
    for (let a = 0; a < dimension; a++)
      for (let b = 0; b <= a; b++) matrix[a * dimension + b] += centred[a] * centred[b];
  }
  for (let a = 0; a < dimension; a++)
    for (let b = 0; b <= a; b++) matrix[b * dimension + a] = matrix[a * dimension + b] /= n - 1;
  return matrix;
}
