import { checkFinite } from './finite-points.js';
import { type Labels, rowLabels } from './labels.js';

/** Numbers that are compared with edges in the precision in which they come. */
export type Values = Float64Array | Float32Array;

/** `count` edges, equally far from each other, from `low` to `high`. */
export function uniformEdges(low: number, high: number, count: number): Float64Array {
  const step = (high - low) / (count - 1);
  return Float64Array.from({ length: count }, (_, i) => (i === count - 1 ? high : low + i * step));
}

/**
 * The bin of each value: the number of the last edge that is not above it, −1 below the first edge. The last bin
 * has no upper end.
 *
 * @param edges ascending; of equal ones the last counts.
 * @throws {RangeError} if a value is not a number, or the edges do not ascend.
 */
export function binCodes(values: Values, edges: ArrayLike<number>): Int32Array {
  for (let edge = 1; edge < edges.length; edge++)
    if (!(edges[edge - 1] <= edges[edge]))
      throw new RangeError(
        `bins: edge ${edge} is ${edges[edge]}, after ${edges[edge - 1]}: edges must ascend`,
      );
  const codes = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value)) throw new RangeError(`value ${i} is not a number: no bin holds it`);
    let low = 0; // edges before it are not above the value, those from `high` on are
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (edges[middle] <= value) low = middle + 1;
      else high = middle;
    }
    codes[i] = low - 1;
  }
  return codes;
}

/**
 * The joint bin of all units of a layer, with the same edges for all.
 *
 * @param activations `[n, units]`, row-major.
 */
export function binnedLabels(activations: Values, units: number, edges: ArrayLike<number>): Labels {
  return rowLabels(binCodes(activations, edges), units);
}

/**
 * The joint bin of all coordinates, each cut into `bins` of equal width from its least to its largest value, the
 * upper end of the last included. A constant coordinate has one bin.
 *
 * @param points `[n, dimension]`, row-major.
 * @throws {RangeError} if a coordinate is not finite, or bins is not an integer of at least 1.
 */
export function equalWidthLabels(points: Float64Array, dimension: number, bins: number): Labels {
  checkBins(bins);
  checkFinite(points, dimension);
  const low = new Float64Array(dimension).fill(Infinity);
  const high = new Float64Array(dimension).fill(-Infinity);
  points.forEach((value, at) => {
    const c = at % dimension;
    low[c] = Math.min(low[c], value);
    high[c] = Math.max(high[c], value);
  });
  const scaled = points.map((value, at) => {
    const c = at % dimension;
    return high[c] > low[c] ? (value - low[c]) / (high[c] - low[c]) : 0;
  });
  return binnedLabels(scaled, dimension, uniformEdges(0, 1, bins + 1).subarray(0, bins));
}

/** Refuses what is no number of bins. @throws {RangeError} unless it is an integer of at least 1. */
export function checkBins(bins: number): void {
  if (!Number.isInteger(bins) || bins < 1)
    throw new RangeError(`${bins} bins: must be an integer of at least 1`);
}
