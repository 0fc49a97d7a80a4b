import { countPoints } from './gaussian-kernel.js';

/**
 * Mean over N points of KL(N(μ, e^λ) ‖ N(0, I)) = ½ Σ_k (μ_k² + e^{λ_k} − 1 − λ_k), in nats: the rate of the
 * variational information bottleneck (A. Alemi et al., "Deep variational information bottleneck", ICLR 2017).
 *
 * @param means μ, `[N, dimension]`, row-major; @param logVariances λ, of the same shape.
 */
export function variationalRate(means: Float64Array, logVariances: Float64Array, dimension: number): number {
  const n = countPoints(means, dimension);
  if (logVariances.length !== means.length)
    throw new RangeError(`${means.length} means but ${logVariances.length} log-variances`);
  let sum = 0;
  for (let i = 0; i < means.length; i++)
    sum += means[i] ** 2 + Math.exp(logVariances[i]) - 1 - logVariances[i];
  return sum / (2 * n);
}
