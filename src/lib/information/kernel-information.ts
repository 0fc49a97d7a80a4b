import { whiten } from '../linear-algebra/whitening.js';
import type { Estimate } from './estimate.js';
import { type BandwidthCriterion, kernelBandwidth } from './kernel-bandwidth.js';
import { leaveOneOutEntropy } from './leave-one-out-density.js';
import { informationByEntropies } from './mutual-information-by-entropies.js';
import { jointPoints, type PairedPoints } from './paired-points.js';

/**
 * Mutual information of two continuous variables, in nats, by kernel density estimates of one bandwidth for x, y and
 * (x, y), each whitened: a bandwidth that is given, or the one that is best for the joint points.
 *
 * @throws {RangeError} if the points are not paired, their covariance is singular, or no bandwidth is the best.
 */
export function kernelInformation(pair: PairedPoints, bandwidth: BandwidthCriterion | number): Estimate {
  const dimension = pair.dimensionX + pair.dimensionY;
  const width =
    typeof bandwidth === 'number'
      ? bandwidth
      : kernelBandwidth(whiten(jointPoints(pair), dimension).points, dimension, bandwidth);
  return informationByEntropies(pair, (points, d) => leaveOneOutEntropy(points, d, width));
}
