import { countPoints, kernelScale } from './gaussian-kernel.js';
import { inPanels, tileSize } from './kernel-panels.js';
import { withWorkspace } from './workspace.js';

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
  const scales = widths.map(kernelScale);
  return withWorkspace(({ routines, put, room, floats }) => {
    const sample = put(inPanels(points, dimension));
    const tile = room(tileSize);
    return scales.map((scale) => {
      const rows = put(new Float64Array(n));
      routines.kernelRowSums(sample, dimension, scale, n, rows, tile);
      return floats(rows, n);
    });
  });
}
