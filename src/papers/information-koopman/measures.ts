import { covariance } from '../../lib/statistics/covariance.js';
import { errorByHorizon } from './dynamics/forecast-error.js';
import { entropyOfSpectrum, normalisedSpectrum } from './information/von-neumann-entropy.js';
import type { Trajectories } from './trajectories.js';

/** How latents are spread over their directions. */
export interface Spread {
  /** Shares of the variance, largest first. */
  readonly spectrum: Float64Array;
  /** Effective dimension: the exponential of the shares' entropy. */
  readonly d_eff: number;
  /** Variance, summed over coordinates. */
  readonly variance: number;
}

/** Of latents `[n, d]`. */
export function spreadOf(latents: Float64Array, d: number): Spread {
  const matrix = covariance(latents, d);
  const spectrum = normalisedSpectrum(matrix);
  let variance = 0;
  for (let i = 0; i < d; i++) variance += matrix[i * (d + 1)];
  return { spectrum, d_eff: Math.exp(entropyOfSpectrum(spectrum)), variance };
}

/** Where predictions begin, as rows of the states: of each trajectory the samples that are given. */
export function predictionStarts({ count, samples }: Trajectories, starts: readonly number[]): number[] {
  return Array.from({ length: count }, (_, trajectory) =>
    starts.map((start) => trajectory * samples + start),
  ).flat();
}

/**
 * Root-mean-square errors by step ahead, in the units of the states.
 *
 * @param forecasts `[n, horizon, m]`, the first of each one step after its start.
 * @param starts rows of the states at which they begin.
 * @returns `[horizon]`
 */
export function forecastErrors(
  forecasts: ArrayLike<number>,
  { values, dimension: m }: Trajectories,
  starts: readonly number[],
  horizon: number,
): Float64Array {
  const truths = new Float64Array(starts.length * horizon * m);
  starts.forEach((start, i) =>
    truths.set(values.subarray((start + 1) * m, (start + 1 + horizon) * m), i * horizon * m),
  );
  return errorByHorizon(forecasts, truths, horizon, m);
}
