import { inPanels, panelsOf, tileSide, tileSize } from './kernel-panels.js';
import { withWorkspace } from './workspace.js';

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
 * −1 / 2σ², by which squared distances are multiplied; finite, so that points at distance zero stay there.
 *
 * @throws {RangeError} unless the width is a positive number.
 */
export function kernelScale(width: number): number {
  checkWidth(width);
  return Math.max(-1 / (2 * width * width), -Number.MAX_VALUE);
}

/**
 * Gaussian kernel matrix of two sets of points, κ(a_i, b_j) = exp(−‖a_i − b_j‖² / 2σ²): unnormalised, so that
 * κ(a, a) = 1; constants cancel in every ratio built on it.
 *
 * Distances are sums of squared differences: the expansion ‖a‖² + ‖b‖² − 2 a·b would be a matrix product, but cancels
 * where points are close to each other and far from zero. A coordinate that is no number makes its point's kernels NaN,
 * which whatever is built on them refuses; a point at infinity is 0 to all finite ones, and NaN to another there.
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
  const scale = kernelScale(width);
  const matrix = new Float64Array(m * n);
  withWorkspace(({ routines, put, room, view }) => {
    const placedA = put(inPanels(a, dimension));
    const placedB = put(inPanels(b, dimension));
    const tile = room(tileSize);
    const tileRows = rowsOf(view(tile, tileSize), m, n);
    for (let i = 0; i < m; i += tileSide)
      for (let j = 0; j < n; j += tileSide) {
        const rows = Math.min(tileSide, m - i);
        const columns = Math.min(tileSide, n - j);
        routines.gaussianTile(
          ...([placedA + 8 * i * dimension, panelsOf(rows)] as const),
          ...([placedB + 8 * j * dimension, panelsOf(columns)] as const),
          ...([dimension, scale, false, tile] as const),
        );
        copyTile(tileRows, rows, columns, matrix, n, i, j);
      }
  });
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
  const scale = kernelScale(width);
  const matrix = new Float64Array(n * n);
  withWorkspace(({ routines, put, room, view }) => {
    const placed = put(inPanels(points, dimension));
    const [tile, mirrored] = [room(tileSize), room(tileSize)];
    const tileRows = rowsOf(view(tile, tileSize), n, n);
    const mirroredRows = rowsOf(view(mirrored, tileSize), n > tileSide ? n : 0, n);
    for (let i = 0; i < n; i += tileSide)
      for (let j = 0; j <= i; j += tileSide) {
        const rows = Math.min(tileSide, n - i);
        const columns = Math.min(tileSide, n - j);
        routines.gaussianTile(
          ...([placed + 8 * i * dimension, panelsOf(rows)] as const),
          ...([placed + 8 * j * dimension, panelsOf(columns)] as const),
          ...([dimension, scale, false, tile] as const),
        );
        copyTile(tileRows, rows, columns, matrix, n, i, j);
        if (i === j) continue;
        routines.mirrorTile(tile, mirrored);
        copyTile(mirroredRows, columns, rows, matrix, n, j, i);
      }
  });
  // A point is at no distance from itself, even where a coordinate is no number.
  for (let at = 0; at < matrix.length; at += n + 1) matrix[at] = 1;
  return matrix;
}

/** The rows of a tile, each as an array of its own, as far as they go in a matrix of so many rows and columns. */
function rowsOf(tile: Float64Array, rows: number, columns: number): Float64Array[] {
  const length = Math.min(columns, tileSide);
  return Array.from({ length: Math.min(rows, tileSide) }, (_, row) =>
    tile.subarray(row * tileSide, row * tileSide + length),
  );
}

/** Copies the first rows and columns of a tile to where they begin in a matrix with n columns. */
function copyTile(
  tileRows: readonly Float64Array[],
  rows: number,
  columns: number,
  matrix: Float64Array,
  n: number,
  i: number,
  j: number,
): void {
  for (let row = 0; row < rows; row++) {
    const elements = columns === tileRows[row].length ? tileRows[row] : tileRows[row].subarray(0, columns);
    matrix.set(elements, (i + row) * n + j);
  }
}
