import { bits } from '../../src/lib/information/bits.js';
import {
  diffusionSpectralEntropy,
  diffusionSpectrum,
} from '../../src/lib/information/diffusion-spectral-entropy.js';
import { diffusionSpectralMutualInformation } from '../../src/lib/information/diffusion-spectral-mutual-information.js';
import type { Labels } from '../../src/lib/information/labels.js';
import type { Random } from '../../src/lib/statistics/random.js';

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
