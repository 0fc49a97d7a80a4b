import { whiten } from '../linear-algebra/whitening.js';
import { type Estimate, meanOfTerms } from './estimate.js';
import { kernelRowSums } from './kernel-row-sums.js';

/**
 * Gaussian kernel density estimate at each point from all others,
 * p(x_i) = Σ_{j≠i} exp(−‖x_i − x_j‖² / 2b²) / ((n − 1) (2π b²)^{d/2}).
 *
 * @param points `[n, dimension]`, row-major; @param width the bandwidth b, in the units of the coordinates.
 * @returns `[n]`; zero only at a point some 38 bandwidths away from all others.
 */
export function leaveOneOutDensities(points: Float64Array, dimension: number, width: number): Float64Array {
  const [sums] = kernelRowSums(points, dimension, [width]);
  return sums.map((sum) => (sum * kernelHeight(dimension, width)) / (sums.length - 1));
}

/**
 * Differential entropy of a sample, in nats, by kernel density estimation: −⟨log p(x_i)⟩ of
 * {@link leaveOneOutDensities}, + ½ log det Σ where the points are whitened with their sample covariance Σ first
 * (default). Points of density zero are left out.
 *
 * @param points `[n, dimension]`, row-major; @param width the bandwidth, after whitening.
 * @throws {RangeError} if all densities are zero, and what {@link whiten} throws.
 */
export function leaveOneOutEntropy(
  points: Float64Array,
  dimension: number,
  width: number,
  { whitened = true }: { readonly whitened?: boolean } = {},
): Estimate {
  const { points: white, logDeterminant } = whitened
    ? whiten(points, dimension)
    : { points, logDeterminant: 0 };
  const densities = leaveOneOutDensities(white, dimension, width).filter((density) => density > 0);
  if (densities.length === 0) throw new RangeError(`bandwidth ${width}: no point sees another`);
  const { value, standardError } = meanOfTerms(densities.map((density) => -Math.log(density)));
  return { value: value + logDeterminant / 2, standardError };
}

/** The density of the kernel at its centre. */
export function kernelHeight(dimension: number, width: number): number {
  return (2 * Math.PI * width * width) ** (-dimension / 2);
}
