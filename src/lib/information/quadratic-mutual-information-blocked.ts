import { checkWidth, countPoints } from './gaussian-kernel.js';
import type { KernelMoments } from './kernel-moments.js';
import { informationOfMoments } from './quadratic-mutual-information.js';
import { workspace } from './workspace.js';

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
  const { routines, put, floats } = workspace();
  // The routine takes two points at a time.
  const stride = n + (n % 2);
  const place = ({ points, dimension, width }: KernelSample) => {
    checkWidth(width);
    return [put(columns(points, dimension, stride)), dimension, -1 / (2 * width * width)] as const;
  };
  const [placedX, placedT] = [place(x), place(t)];
  // The diagonals are ones.
  const [ownK, ownQ] = [put(new Float64Array(stride).fill(1)), put(new Float64Array(stride).fill(1))];
  const joint = n + 2 * routines.kernelSums(...placedX, ...placedT, n, stride, ownK, ownQ);
  const rowsK = floats(ownK, n);
  const rowsQ = floats(ownQ, n);
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

/** Points, column after column, zeros filling each up to the stride. */
function columns(points: Float64Array, dimension: number, stride: number): Float64Array {
  const result = new Float64Array(dimension * stride);
  points.forEach((value, at) => (result[(at % dimension) * stride + Math.floor(at / dimension)] = value));
  return result;
}
