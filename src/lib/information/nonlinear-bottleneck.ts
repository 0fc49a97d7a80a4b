import { countPoints } from './gaussian-kernel.js';

/**
 * Upper bound of the information, in nats, that t = μ + √v ε holds about which of N inputs it came from:
 * log N − (1/N) Σ_i log Σ_j exp(−‖μ_i − μ_j‖² / 2v). The penalty of the nonlinear information bottleneck
 * (A. Kolchinsky, B. Tracey, D. Wolpert, "Nonlinear information bottleneck", *Entropy* 21, 2019).
 *
 * @param means μ, `[N, dimension]`, row-major.
 * @param variance v of the noise, the same in every coordinate.
 * @throws {RangeError} unless the variance is positive.
 */
export function mixtureInformation(means: Float64Array, dimension: number, variance: number): number {
  const n = countPoints(means, dimension);
  if (!(variance > 0)) throw new RangeError(`noise variance ${variance}: must be positive`);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    let density = 0;
    for (let j = 0; j < n; j++) {
      let squared = 0;
      for (let k = 0; k < dimension; k++)
        squared += (means[i * dimension + k] - means[j * dimension + k]) ** 2;
      density += Math.exp(-squared / (2 * variance));
    }
    sum += Math.log(density);
  }
  return Math.log(n) - sum / n;
}
