import { symmetricEigenvalues } from '../../../lib/linear-algebra/symmetric-eigen.js';

/** Eigenvalues below this share of the trace are taken for it before the logarithm: those of rank-deficient samples. */
const floor = 1e-15;

/** What rounding may make of an eigenvalue of zero, as a share of the trace, and of a sum of weights. */
const tolerated = 1e-6;

/**
 * Von Neumann entropy of ρ = C / tr C in nats, S = −Σ λ_i ln λ_i over the eigenvalues of ρ: between 0 (all variance
 * along one direction) and ln d (the same along each).
 *
 * @param covariance `[d, d]`, symmetric, positive semidefinite; only its lower triangle is read.
 * @throws {RangeError} where its trace is not positive, and as `symmetricEigenvalues`.
 */
export function vonNeumannEntropy(covariance: Float64Array): number {
  return entropyOfSpectrum(normalisedSpectrum(covariance));
}

/** e^S, from 1 to d: how many directions the variance is spread over (the paper's definition 2.3). */
export function effectiveDimension(covariance: Float64Array): number {
  return Math.exp(vonNeumannEntropy(covariance));
}

/**
 * Eigenvalues of C / tr C, largest first; they sum to 1.
 *
 * @throws {RangeError} where the trace is not positive or beyond all numbers, or an eigenvalue is negative by more than
 *   rounding, as of no covariance.
 */
export function normalisedSpectrum(covariance: Float64Array): Float64Array {
  const values = symmetricEigenvalues(covariance);
  const trace = values.reduce((sum, value) => sum + value, 0);
  if (!(trace > 0 && trace < Infinity))
    throw new RangeError(`von Neumann entropy: a trace of ${trace} is no variance`);
  const least = values.reduce((smallest, value) => Math.min(smallest, value), Infinity);
  if (least < -tolerated * trace)
    throw new RangeError(`von Neumann entropy: an eigenvalue of ${least} is that of no covariance`);
  return values.map((value) => value / trace);
}

/**
 * −Σ λ ln λ, in nats, of weights that sum to 1; those at zero, or below it by rounding, add nothing.
 *
 * @throws {RangeError} where they do not sum to 1
 */
export function entropyOfSpectrum(weights: ArrayLike<number>): number {
  const sum = Array.from(weights).reduce((total, weight) => total + weight, 0);
  if (!(Math.abs(sum - 1) <= tolerated))
    throw new RangeError(`entropy of a spectrum: weights sum to ${sum}: divide them by their sum`);
  let entropy = 0;
  for (let i = 0; i < weights.length; i++)
    if (weights[i] > floor) entropy -= weights[i] * Math.log(weights[i]);
  return entropy;
}
