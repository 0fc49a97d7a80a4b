import { cholesky, logDeterminant } from '../../../lib/linear-algebra/cholesky.js';
import { matrixProduct, transposed } from '../../../lib/linear-algebra/matrix-product.js';

/** A linear latent model z_t = K z_{t−1} + noise; all matrices `[d, d]`, row-major. */
export interface LatentModel {
  readonly K: Float64Array;
  /** Σ, covariance of the noise of one step; positive definite. */
  readonly noise: Float64Array;
  /** C, covariance of z_{t−n}. */
  readonly covariance: Float64Array;
}

/**
 * Information between normal latents n steps apart, in nats: I(z_{t−n}; z_t) =
 * ½ ln det(I + M^{−½} Kⁿ C (Kⁿ)ᵀ M^{−½}) with M = Σ_{i<n} Kⁱ Σ (Kⁱ)ᵀ, computed as the difference of two log
 * determinants (X. Cheng et al., ICLR 2026, proposition 4, equation 7).
 *
 * @param steps n, from 1 on.
 * @throws {RangeError} where n is no such number, M is not positive definite, or C is no covariance.
 */
export function latentMutualInformation({ K, noise, covariance }: LatentModel, steps: number): number {
  const d = Math.sqrt(K.length);
  const { power, gathered } = gatheredNoise(K, noise, steps);
  const signal = matrixProduct(matrixProduct(power, covariance, d), transposed(power, d), d);
  const total = gathered.map((value, at) => value + signal[at]);
  const negative = Array.from({ length: d }, (_, i) => covariance[i * (d + 1)]).find(
    (value) => !(value >= 0),
  );
  if (negative !== undefined)
    throw new RangeError(`latent information: a variance of ${negative} is that of no covariance`);
  return (logDeterminant(cholesky(total)) - logDeterminant(cholesky(gathered))) / 2;
}

/** Kⁿ, and M, the covariance of what n steps add. */
function gatheredNoise(K: Float64Array, noise: Float64Array, steps: number) {
  checkSteps(steps);
  const d = Math.sqrt(K.length);
  const gathered = new Float64Array(d * d);
  let power: Float64Array = Float64Array.from({ length: d * d }, (_, at) => Number(at % (d + 1) === 0));
  for (let i = 0; i < steps; i++) {
    const step = matrixProduct(matrixProduct(power, noise, d), transposed(power, d), d);
    for (let at = 0; at < gathered.length; at++) gathered[at] += step[at];
    power = matrixProduct(K, power, d);
  }
  return { power, gathered };
}

/**
 * Gains g_i = |λ_i|²ⁿ / m_i with m_i = σ² Σ_{j<n} |λ_i|²ʲ of a diagonal model over n steps: what an allocation of
 * variance p makes of them is the information ½ Σ ln(1 + g_i p_i).
 *
 * @param moduli |λ_i| of K.
 * @param noise σ², variance of the noise of one step along each direction.
 * @throws {RangeError} unless n is a whole number from 1 on and σ² a positive one.
 */
export function modeGains(moduli: readonly number[], steps: number, noise: number): number[] {
  checkSteps(steps);
  if (!(noise > 0 && noise < Infinity))
    throw new RangeError(`latent information: noise of variance ${noise}: must be a positive number`);
  return moduli.map((modulus) => {
    let gathered = 0;
    for (let j = 0; j < steps; j++) gathered += modulus ** (2 * j);
    return modulus ** (2 * steps) / (noise * gathered);
  });
}

function checkSteps(steps: number): void {
  if (!Number.isInteger(steps) || steps < 1)
    throw new RangeError(`latent information over ${steps} steps: must be a whole number from 1 on`);
}
