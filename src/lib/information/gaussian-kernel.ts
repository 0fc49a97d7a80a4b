/**
 * Number of points in row-major coordinates `[n, dimension]`.
 *
 * @throws {RangeError} if the coordinates do not fill whole points.
 */
export function countPoints(points: Float64Array, dimension: number): number {
  const n = points.length / dimension;
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`${points.length} coordinates do not make points of dimension ${dimension}`);
  return n;
}

/** Refuses what is no width of a kernel. @throws {RangeError} unless it is a positive number. */
export function checkWidth(width: number): void {
  if (!(width > 0 && width < Infinity))
    throw new RangeError(`kernel width ${width}: must be a positive number`);
}

/**
 * Gaussian kernel matrix of two sets of points, κ(a_i, b_j) = exp(−‖a_i − b_j‖² / 2σ²): unnormalised, so that
 * κ(a, a) = 1; constants cancel in every ratio built on it.
 *
 * @param a points `[m, dimension]`, row-major.
 * @param b points `[n, dimension]`.
 * @param width σ, in the units of the coordinates.
 * @returns `[m, n]`, row-major.
 * @throws {RangeError} if the coordinates do not fill whole points or the width is not positive.
 */
export function gaussianKernel(
  a: Float64Array,
  b: Float64Array,
  dimension: number,
  width: number,
): Float64Array {
  const m = countPoints(a, dimension);
  const n = countPoints(b, dimension);
  checkWidth(width);
  const scale = -1 / (2 * width * width);
  const matrix = new Float64Array(m * n);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) {
      let squared = 0;
      for (let k = 0; k < dimension; k++) squared += (a[i * dimension + k] - b[j * dimension + k]) ** 2;
      matrix[i * n + j] = Math.exp(scale * squared);
    }
  return matrix;
}

/**
 * Gaussian kernel matrix of a set of points with itself: as {@link gaussianKernel}, at half the work.
 *
 * @param points `[n, dimension]`, row-major.
 * @returns `[n, n]`, symmetric, ones on the diagonal.
 */
export function gaussianGram(points: Float64Array, dimension: number, width: number): Float64Array {
  const n = countPoints(points, dimension);
  checkWidth(width);
  const scale = -1 / (2 * width * width);
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    matrix[i * n + i] = 1;
    for (let j = 0; j < i; j++) {
      let squared = 0;
      for (let k = 0; k < dimension; k++)
        squared += (points[i * dimension + k] - points[j * dimension + k]) ** 2;
      matrix[i * n + j] = matrix[j * n + i] = Math.exp(scale * squared);
    }
  }
  return matrix;
}
