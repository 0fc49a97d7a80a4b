import { symmetricEigenvalues } from '../../lib/linear-algebra/symmetric-eigen.js';
import { diffusionMatrix, type DiffusionVariant } from './diffusion-matrix.js';

/**
 * Eigenvalues λ, largest first, of the diffusion on a set of points: all that its spectral entropies, one for each
 * number of steps, are made of. Some 4/3 n³ operations.
 *
 * @param points `[n, dimension]`, row-major; @param width σ of the kernel, in the units of the coordinates.
 */
export function diffusionSpectrum(
  points: Float64Array,
  dimension: number,
  width: number,
  variant: DiffusionVariant = 'code',
): Float64Array {
  return symmetricEigenvalues(diffusionMatrix(points, dimension, width, variant));
}

/**
 * Diffusion spectral entropy after t steps, in nats: −Σ α_i log α_i with α_i = |λ_i|^t / Σ_j |λ_j|^t (D. Liao et al.,
 * "Assessing neural network representations during training using noise-resilient diffusion spectral entropy",
 * CISS 2024). From 0, all points equal, to log n, all far apart; log k for k tight groups that are far apart. It
 * grows with the number of points and, through the kernel's width, with their scale.
 *
 * @param spectrum λ of {@link diffusionSpectrum}.
 * @param steps t, positive; more steps weigh the large eigenvalues more.
 * @throws {RangeError} for no spectrum, or t that is not positive.
 */
export function diffusionSpectralEntropy(spectrum: Float64Array, steps = 1): number {
  if (spectrum.length === 0) throw new RangeError('diffusion spectral entropy of no eigenvalues');
  if (!(steps > 0 && steps < Infinity))
    throw new RangeError(`diffusion spectral entropy after ${steps} steps: must be a positive number`);
  const powers = spectrum.map((value) => Math.abs(value) ** steps);
  const total = powers.reduce((sum, power) => sum + power, 0);
  let entropy = 0;
  for (const power of powers) if (power > 0) entropy -= (power / total) * Math.log(power / total);
  return entropy;
}
