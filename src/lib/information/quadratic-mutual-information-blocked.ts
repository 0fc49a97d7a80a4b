import { checkFinite } from './finite-points.js';
import { countPoints, kernelScale } from './gaussian-kernel.js';
import type { KernelMoments } from './kernel-moments.js';
import { inPanels, tileSize } from './kernel-panels.js';
import { informationOfMoments } from './quadratic-mutual-information.js';
import { withWorkspace } from './workspace.js';

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
 * @throws {RangeError} if the samples are not paired or not finite, or a width is not positive.
 */
export function kernelMomentsBlocked(x: KernelSample, t: KernelSample): KernelMoments {
  const n = countPoints(x.points, x.dimension);
  if (countPoints(t.points, t.dimension) !== n)
    throw new RangeError(
      `${n} points x but ${countPoints(t.points, t.dimension)} points t: they must be paired`,
    );
  for (const { points, dimension } of [x, t]) checkFinite(points, dimension);
  const { joint, rowsK, rowsQ } = withWorkspace(({ routines, put, room, floats }) => {
    const place = ({ points, dimension, width }: KernelSample) =>
      [put(inPanels(points, dimension)), dimension, kernelScale(width)] as const;
    const [placedX, placedT] = [place(x), place(t)];
    // The diagonals are ones.
    const [ownK, ownQ] = [put(new Float64Array(n).fill(1)), put(new Float64Array(n).fill(1))];
    const [tileK, tileQ] = [room(tileSize), room(tileSize)];
    const below = routines.kernelSums(...placedX, ...placedT, n, ownK, ownQ, tileK, tileQ);
    return { joint: n + 2 * below, rowsK: floats(ownK, n), rowsQ: floats(ownQ, n) };
  });
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
