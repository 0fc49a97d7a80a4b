import { whiten } from '../linear-algebra/whitening.js';
import type { Estimate } from './estimate.js';
import { type BandwidthCriterion, kernelBandwidth } from './kernel-bandwidth.js';
import { leaveOneOutEntropy } from './leave-one-out-density.js';
import { informationByEntropies } from './mutual-information-by-entropies.js';
import { jointPoints, type PairedPoints } from './paired-points.js';
import { refuseRepeats } from './without-ties.js';

/**
 * Mutual information of two continuous variables, in nats, by kernel density estimates of one bandwidth for x, y and
 * (x, y), each whitened: a bandwidth that is given, or the one that is best for the joint points.
 *
 * A bandwidth that is chosen is for variables with a density: it collapses where values repeat.
 *
 * @param checked whether that is refused, and points that no kernel reaches (default).
 * @throws {RangeError} if the points are not paired, their covariance is singular, no bandwidth is the best, more than a
 *   quarter of the values of x or of y repeat while a bandwidth is to be chosen, one point makes a quarter of a variance, or
 *   a point sees no other.
 */
export function kernelInformation(
  pair: PairedPoints,
  bandwidth: BandwidthCriterion | number,
  { checked = true }: { readonly checked?: boolean } = {},
): Estimate {
  if (checked && typeof bandwidth !== 'number') refuseRepeats(pair, 'kernelInformation', 'mesnerShalizi');
  const dimension = pair.dimensionX + pair.dimensionY;
  const white = whiten(jointPoints(pair), dimension, { checked }).points;
  if (checked) refuseOutliers(white, dimension);
  const width = typeof bandwidth === 'number' ? bandwidth : kernelBandwidth(white, dimension, bandwidth);
  return informationByEntropies(pair, (points, d) => leaveOneOutEntropy(points, d, width, { checked }));
}

/**
 * Where one point makes a quarter of the variance, no one bandwidth suits the rest. A small sample of a normal has such a
 * point by chance: there it takes six standard deviations, or nearly the farthest that so few points allow.
 */
function refuseOutliers(white: Float64Array, dimension: number): void {
  const n = white.length / dimension;
  const far = Math.max(Math.sqrt(n) / 2, Math.min(6, 0.8 * Math.sqrt(n)));
  const at = white.findIndex((value) => Math.abs(value) > far);
  if (at >= 0)
    throw new RangeError(
      `kernelInformation: point ${Math.floor(at / dimension)} makes a quarter of a variance by itself: no one bandwidth ` +
        'suits such long tails; use kraskov, or give ranks in place of values, which changes no information',
    );
}
