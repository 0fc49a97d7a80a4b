import { bits } from '../../src/lib/information/bits.js';
import type { Labels } from '../../src/lib/information/labels.js';
import type { Random } from '../../src/lib/statistics/random.js';
import {
  diffusionSpectralEntropy,
  diffusionSpectrum,
} from '../../src/papers/diffusion-spectral-entropy/diffusion-spectral-entropy.js';
import { diffusionSpectralMutualInformation } from '../../src/papers/diffusion-spectral-entropy/diffusion-spectral-mutual-information.js';

/** Entropy of a representation, in bits, after one step of the diffusion. */
export function entropyOf(z: Float64Array, dimension: number, width: number): number {
  return bits(diffusionSpectralEntropy(diffusionSpectrum(z, dimension, width)));
}

/** Information of a representation and labels, in bits, after one step of the diffusion. */
export function informationOf(
  z: Float64Array,
  dimension: number,
  labels: Labels,
  options: { readonly width: number; readonly random: Random },
): number {
  return bits(diffusionSpectralMutualInformation(z, dimension, labels, options).information);
}

/** Mean length of the points of a representation. */
export function meanNorm(z: Float64Array, dimension: number): number {
  let sum = 0;
  for (let at = 0; at < z.length; at += dimension) sum += Math.hypot(...z.subarray(at, at + dimension));
  return (sum * dimension) / z.length;
}

/** The representation divided by the mean distance of its pairs of points; as it is where that is 0. */
export function unitDistance(z: Float64Array, dimension: number): Float64Array {
  const n = z.length / dimension;
  let sum = 0;
  for (let i = 1; i < n; i++)
    for (let j = 0; j < i; j++) {
      let squared = 0;
      for (let k = 0; k < dimension; k++) squared += (z[i * dimension + k] - z[j * dimension + k]) ** 2;
      sum += Math.sqrt(squared);
    }
  const mean = sum / ((n * (n - 1)) / 2);
  return mean > 0 ? z.map((value) => value / mean) : z;
}

/** What a representation is read with. */
export interface Readers {
  readonly labels: Labels;
  /** Clusters of the inputs, in their place. */
  readonly clusters: Labels;
  /** σ of the kernel on the representation as it is. */
  readonly kernelWidth: number;
  /** A stream for the random subsets, which begins anew each time. */
  readonly subsets: () => Random;
}

/** All that the tables say of a representation: as it is, and with a mean distance of 1 under a kernel of width 1. */
export function readRepresentation(
  z: Float64Array,
  dimension: number,
  { labels, clusters, kernelWidth, subsets }: Readers,
) {
  const unit = unitDistance(z, dimension);
  const information = (points: Float64Array, of: Labels, width: number) =>
    informationOf(points, dimension, of, { width, random: subsets() });
  return {
    dse: entropyOf(z, dimension, kernelWidth),
    dsmi_y: information(z, labels, kernelWidth),
    dsmi_x: information(z, clusters, kernelWidth),
    norm: meanNorm(z, dimension),
    dse_unit: entropyOf(unit, dimension, 1),
    dsmi_y_unit: information(unit, labels, 1),
  };
}
