import { whiten } from '../linear-algebra/whitening.js';
import { type Estimate, meanOfTerms } from './estimate.js';
import { kernelRowSums } from './kernel-row-sums.js';

/**
 * Gaussian kernel density estimate at each point from all others,
 * p(x_i) = Σ_{j≠i} exp(−‖x_i − x_j‖² / 2b²) / ((n − 1) (2π b²)^{d/2}).
 *
 * @param points `[n, dimension]`, row-major; @param width the bandwidth b, in the units of the coordinates.
 * @returns `[n]`; zero only at a point some 38 bandwidths away from all others.
 * @throws {RangeError} for fewer than two points.
 */
export function leaveOneOutDensities(points: Float64Array, dimension: number, width: number): Float64Array {
  const [sums] = kernelRowSums(points, dimension, [width]);
  if (sums.length < 2) throw new RangeError('density of one point left out of its own: two are needed');
  return sums.map((sum) => (sum * kernelHeight(dimension, width)) / (sums.length - 1));
}

/**
 * Differential entropy of a sample, in nats, by kernel density estimation: −⟨log p(x_i)⟩ of
 * {@link leaveOneOutDensities}, + ½ log det Σ where the points are whitened with their sample covariance Σ first
 * (default).
 *
 * @param points `[n, dimension]`, row-major; @param width the bandwidth, after whitening.
 * @param checked whether points of density zero are refused (default); without, they are left out.
 * @throws {RangeError} if a point is some 38 bandwidths away from all others, and what {@link whiten} throws.
 */
export function leaveOneOutEntropy(
  points: Float64Array,
  dimension: number,
  width: number,
  { whitened = true, checked = true }: { readonly whitened?: boolean; readonly checked?: boolean } = {},
): Estimate {
  const { points: white, logDeterminant } = whitened
    ? whiten(points, dimension, { checked })
    : { points, logDeterminant: 0 };
  const all = leaveOneOutDensities(white, dimension, width);
  const densities = all.filter((density) => density > 0);
  if (checked && densities.length < all.length)
    throw new RangeError(
      `leaveOneOutEntropy: at ${all.length - densities.length} of ${all.length} points a kernel of bandwidth ${width} sees no ` +
        'other, as with long tails: take a wider one, or nearest neighbours (kraskov for information)',
    );
  // In many dimensions a kernel may be higher than the largest number.
  if (densities.some((density) => density === Infinity))
    throw new RangeError(
      `leaveOneOutEntropy: densities of bandwidth ${width} in ${dimension} dimensions are beyond all numbers: scale up`,
    );
  if (densities.length === 0) throw new RangeError(`bandwidth ${width}: no point sees another`);
  const { value, standardError } = meanOfTerms(densities.map((density) => -Math.log(density)));
  return { value: value + logDeterminant / 2, standardError };
}

/** The density of the kernel at its centre. */
export function kernelHeight(dimension: number, width: number): number {
  return (2 * Math.PI * width * width) ** (-dimension / 2);
}
