import type { Random } from '../../lib/statistics/random.js';
import { laplace } from './laplace.js';

/** What answers a query, given its average over the sample. */
export type Answer = (empirical: number) => number;

/** The empirical mechanism: the average over the sample, as it is. */
export const exactAnswer: Answer = (empirical) => empirical;

/** Adds normal noise of standard deviation `sigma` to each average. */
export function gaussianAnswer(sigma: number, source: Random): Answer {
  return (empirical) => empirical + sigma * source.normal();
}

/**
 * Adds Laplace noise of standard deviation `sigma`, that is of scale σ/√2, to each average: with queries in
 * [−1, 1] and n points an answer is 2√2/(nσ)-differentially private (C. Dwork et al., TCC 2006).
 */
export function laplaceAnswer(sigma: number, source: Random): Answer {
  return (empirical) => empirical + laplace(source, sigma / Math.SQRT2);
}
