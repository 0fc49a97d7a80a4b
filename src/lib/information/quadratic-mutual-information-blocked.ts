import { checkWidth, countPoints } from './gaussian-kernel.js';
import type { KernelMoments } from './kernel-moments.js';
import { informationOfMoments } from './quadratic-mutual-information.js';

/** A sample and the kernel it is seen through. */
export interface KernelSample {
  /** `[n, dimension]`, row-major. */
  readonly points: Float64Array;
  readonly dimension: number;
  /** σ of the Gaussian kernel, in the units of the coordinates. */
  readonly width: number;
}

/**
 * I_CS of two paired samples, in nats, as {@link quadraticMutualInformation} of their kernel matrices, without
 * holding a matrix: O(n² d) time, O(n) memory.
 */
export function quadraticMutualInformationBlocked(x: KernelSample, t: KernelSample): number {
  return informationOfMoments(kernelMomentsBlocked(x, t));
}

/** Points in a block: two blocks of both samples stay in the first-level cache. */
const block = 64;

/**
 * Moments of the Gaussian kernel matrices of n paired points, each pair once, one block of rows against
 * another; a matrix element is added up as soon as it is known.
 *
 * @throws {RangeError} if the samples are not paired or a width is not positive.
 */
export function kernelMomentsBlocked(x: KernelSample, t: KernelSample): KernelMoments {
  const n = countPoints(x.points, x.dimension);
  if (countPoints(t.points, t.dimension) !== n)
    throw new RangeError(
      `${n} points x but ${countPoints(t.points, t.dimension)} points t: they must be paired`,
    );
  checkWidth(x.width);
  checkWidth(t.width);
  // The diagonals are ones.
  const rowsK = new Float64Array(n).fill(1);
  const rowsQ = new Float64Array(n).fill(1);
  const k = new Float64Array(block);
  const q = new Float64Array(block);
  let joint = n;
  for (let above = 0; above < n; above += block)
    for (let from = 0; from <= above; from += block)
      for (let i = above; i < Math.min(above + block, n); i++) {
        const count = Math.min(from + block, i) - from;
        kernelRow(x, i, from, count, k);
        kernelRow(t, i, from, count, q);
        let [sumK, sumQ, sumKQ] = [0, 0, 0];
        for (let j = 0; j < count; j++) {
          sumK += k[j];
          sumQ += q[j];
          sumKQ += k[j] * q[j];
          rowsK[from + j] += k[j];
          rowsQ[from + j] += q[j];
        }
        rowsK[i] += sumK;
        rowsQ[i] += sumQ;
        joint += 2 * sumKQ;
      }
  let [sumK, sumQ, cross] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    sumK += rowsK[i];
    sumQ += rowsQ[i];
    cross += rowsK[i] * rowsQ[i];
  }
  return {
    joint: joint / n ** 2,
    product: (sumK * sumQ) / n ** 4,
    cross: cross / n ** 3,
    sumK,
    sumQ,
    rowsK,
    rowsQ,
  };
}

/** Kernel values of point i with `count` points from `from` on. */
function kernelRow(
  { points, dimension, width }: KernelSample,
  i: number,
  from: number,
  count: number,
  row: Float64Array,
): void {
  const scale = -1 / (2 * width * width);
  for (let j = 0; j < count; j++) {
    let squared = 0;
    for (let c = 0; c < dimension; c++) {
      const difference = points[i * dimension + c] - points[(from + j) * dimension + c];
      squared += difference * difference;
    }
    row[j] = Math.exp(scale * squared);
  }
}
