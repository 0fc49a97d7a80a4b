import { checkWidth, countPoints } from './gaussian-kernel.js';
import { workspace } from './workspace.js';

/**
 * Row sums of Gaussian kernel matrices without their diagonals, Σ_{j≠i} exp(−‖x_i − x_j‖² / 2σ²), for one or two
 * widths σ: each pair once, in O(n² d) time and O(n d) memory.
 *
 * @param points `[n, dimension]`, row-major.
 * @returns for each width `[n]`; zero only where every term underflows, at a distance of some 38 widths.
 * @throws {RangeError} if the coordinates do not fill whole points or a width is not positive.
 */
export function kernelRowSums(
  points: Float64Array,
  dimension: number,
  widths: readonly [number] | readonly [number, number],
): Float64Array[] {
  const n = countPoints(points, dimension);
  widths.forEach(checkWidth);
  const { routines, put, floats } = workspace();
  // The routine takes two points at a time, column after column.
  const stride = n + (n % 2);
  const columns = new Float64Array(dimension * stride);
  points.forEach((value, at) => (columns[(at % dimension) * stride + Math.floor(at / dimension)] = value));
  const sample = put(columns);
  const [first, second] = [put(new Float64Array(stride)), put(new Float64Array(stride))];
  const scale = (width: number) => -1 / (2 * width * width);
  // It takes two samples as well: a second width is one of the same, none a sample of no dimension.
  if (widths.length === 1)
    routines.kernelSums(sample, dimension, scale(widths[0]), sample, 0, 0, n, stride, first, second);
  else
    routines.kernelSums(
      ...([sample, dimension, scale(widths[0])] as const),
      ...([sample, dimension, scale(widths[1])] as const),
      ...([n, stride, first, second] as const),
    );
  return widths.length === 1 ? [floats(first, n)] : [floats(first, n), floats(second, n)];
}
