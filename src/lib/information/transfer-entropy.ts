import type { Points } from './joined-points.js';
import { neighbourhoods } from './neighbours/neighbourhoods.js';

export interface Embedding {
  /** Steps from the latest value of the source's history to the target's value: at least 1. */
  readonly lag: number;
  /** Values of the target's own past, those one step and more before it. */
  readonly targetHistory: number;
  /** Values of the source's past, those `lag` steps and more before; 1 where omitted. */
  readonly sourceHistory?: number;
}

/** The variables whose conditional information I(X;Y|Z) is a transfer entropy. */
export interface Transfer {
  /** The source's past, X_{t−lag}, X_{t−lag−1}, …, `[n, sourceHistory]`. */
  readonly x: Points;
  /** The target, Y_t, `[n]`. */
  readonly y: Points;
  /** The target's past, Y_{t−1}, Y_{t−2}, …, `[n, targetHistory]`. */
  readonly z: Points;
}

/**
 * The variables of the transfer entropy from a source to a target at a lag, T = I(X_{t−u}^{(l)}; Y_t | Y_{t−1}^{(k)})
 * (T. Schreiber, "Measuring information transfer", *Phys. Rev. Lett.* 85, 2000; the lag as M. Wibral et al., "Measuring
 * information-transfer delays", *PLoS ONE* 8(2), 2013, have it): give them to {@link frenzelPompe}, or to
 * {@link mesnerShalizi} where values repeat.
 *
 * @param source and @param target values at equal steps of time, of the same length.
 * @throws {RangeError} if the series are not equally long, a number of the embedding is not a positive integer, or fewer
 *   than two steps are left.
 */
export function transferVariables(
  source: Float64Array,
  target: Float64Array,
  { lag, targetHistory, sourceHistory = 1 }: Embedding,
): Transfer {
  if (source.length !== target.length)
    throw new RangeError(
      `transfer entropy: ${source.length} values of the source but ${target.length} of the target`,
    );
  for (const [name, value] of Object.entries({ lag, targetHistory, sourceHistory }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`transfer entropy: ${name} ${value}: must be an integer of at least 1`);
  const first = Math.max(targetHistory, lag + sourceHistory - 1);
  const n = target.length - first;
  if (n < 2)
    throw new RangeError(
      `transfer entropy: ${target.length} steps leave ${Math.max(0, n)} with their past of ${first}; 2 are needed`,
    );
  return {
    x: pastOf(source, first, lag, sourceHistory),
    y: pastOf(target, first, 0, 1),
    z: pastOf(target, first, 1, targetHistory),
  };
}

/** Of each step from the first one on, `length` values of a series, the latest of them so many steps before. */
function pastOf(series: Float64Array, first: number, latest: number, length: number): Points {
  const points = Float64Array.from(
    { length: (series.length - first) * length },
    (_, at) => series[first + Math.floor(at / length) - latest - (at % length)],
  );
  return { points, dimension: length };
}

/** Neighbours whose next values are averaged to a prediction. */
const neighbours = 4;

/**
 * How many of its own past values predict a series best: of 1 … `most`, the number with the least mean square error of
 * the mean of the next values of the 4 points whose pasts are nearest (M. Ragwitz, H. Kantz, "Markov models from data by
 * simple nonlinear time series predictors in delay embedding spaces", *Phys. Rev. E* 65, 2002); the smaller one of
 * equals. All numbers are judged on the same steps.
 *
 * @throws {RangeError} if the series is not finite or has fewer than `most` + 6 values.
 */
export function ragwitzHistory(series: Float64Array, most = 5): number {
  if (series.length < most + neighbours + 2)
    throw new RangeError(
      `history of ${series.length} values: judging 1 to ${most} takes at least ${most + neighbours + 2}`,
    );
  const errors = Array.from({ length: most }, (_, at) => predictionError(series, at + 1, most));
  return errors.indexOf(Math.min(...errors)) + 1;
}

function predictionError(series: Float64Array, history: number, first: number): number {
  const n = series.length - first;
  const { points, dimension } = pastOf(series, first, 1, history);
  const { indices } = neighbourhoods(points, dimension, 'maximum').nearest(neighbours);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    let mean = 0;
    for (let j = 0; j < neighbours; j++) mean += series[first + indices[i * neighbours + j]] / neighbours;
    sum += (series[first + i] - mean) ** 2;
  }
  return sum / n;
}
