import { symmetricEigen } from '../../lib/linear-algebra/symmetric-eigen.js';

/** Mean and covariance of responses over an ensemble of stimuli. */
export interface ResponseStatistics {
  /** r̄ = E r⋆, `[n]`. */
  readonly mean: Float64Array;
  /** E r⋆ r⋆ᵀ − r̄ r̄ᵀ, `[n, n]`: of what stimuli share, there being no noise. */
  readonly covariance: Float64Array;
}

/** Mean and covariance of responses, from the responses `[n]` to each stimulus and the stimuli's probabilities. */
export function responseStatistics(
  responses: readonly Float64Array[],
  probabilities: Float64Array,
): ResponseStatistics {
  const n = responses[0].length;
  const mean = new Float64Array(n);
  responses.forEach((response, s) => response.forEach((value, i) => (mean[i] += probabilities[s] * value)));
  const covariance = new Float64Array(n * n);
  responses.forEach((response, s) => {
    const centred = response.map((value, i) => value - mean[i]);
    for (let i = 0; i < n; i++) {
      const factor = probabilities[s] * centred[i];
      for (let j = 0; j <= i; j++) covariance[i * n + j] += factor * centred[j];
    }
  });
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) covariance[j * n + i] = covariance[i * n + j];
  return { mean, covariance };
}

/** Standard deviation over mean of some values, with divisor n; of the absolute value of the mean. */
export function coefficientOfVariation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance) / Math.abs(mean);
}

/** The matrix of Pearson correlations, `[n, n]`, of a covariance; 0 where a neuron does not vary. */
export function correlations(covariance: Float64Array): Float64Array {
  const n = Math.sqrt(covariance.length);
  const deviation = Float64Array.from({ length: n }, (_, i) => Math.sqrt(covariance[i * n + i]));
  return covariance.map((value, at) => {
    const scale = deviation[Math.floor(at / n)] * deviation[at % n];
    return scale > 0 ? value / scale : 0;
  });
}

/** Mean of |a_ij| over i ≠ j of a matrix `[n, n]`. */
export function meanOffDiagonal(matrix: Float64Array): number {
  const n = Math.sqrt(matrix.length);
  return offDiagonal(matrix, Math.abs) / (n * (n - 1));
}

/** Frobenius norm of a matrix `[n, n]` without its diagonal. */
export function offDiagonalNorm(matrix: Float64Array): number {
  return Math.sqrt(offDiagonal(matrix, (value) => value * value));
}

function offDiagonal(matrix: Float64Array, measure: (value: number) => number): number {
  const n = Math.sqrt(matrix.length);
  return matrix.reduce((sum, value, at) => (Math.floor(at / n) === at % n ? sum : sum + measure(value)), 0);
}

/**
 * Covariance of responses after ZCA whitening, Σ^(−1/2) Σ Σ^(−1/2) with the pseudo-inverse's root: the projector on the
 * directions in which responses vary. It is the identity only where there are as many of these as neurons.
 *
 * @param negligible eigenvalues below this share of the largest count as 0.
 */
export function whitenedCovariance(covariance: Float64Array, negligible = 1e-9): Float64Array {
  const n = Math.sqrt(covariance.length);
  const { values, vectors } = symmetricEigen(covariance);
  const projector = new Float64Array(n * n);
  for (let k = 0; k < n && values[k] > negligible * values[0]; k++) {
    const vector = vectors.subarray(k * n, (k + 1) * n);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) projector[i * n + j] += vector[i] * vector[j];
  }
  return projector;
}
