import type { Paper } from '../../src/lib/experiment/paper.js';
import * as complexity from './complexity.js';
import * as errors from './errors.js';
import * as intervals from './intervals.js';
import * as ratings from './ratings.js';
import * as staticSampling from './static-sampling.js';

/**
 * M. Rowland, S. Omidshafiei, K. Tuyls, J. Pérolat, M. Valko, G. Piliouras, R. Munos, "Multiagent Evaluation under
 * Incomplete Information", NeurIPS 2019, arXiv 1909.09849.
 */
export const paper: Paper = {
  slug: 'multiagent-evaluation',
  experiments: { complexity, intervals, errors, ratings, 'static-sampling': staticSampling },
  answer: () => import('./answer.js'),
  claims: () => import('./claims.js'),
  prose: () => import('./prose.js'),
  thumbnail: async () => (await import('../../src/papers/multiagent-evaluation/thumbnail.js')).thumbnail,
};
