import type { Paper } from '../../src/lib/experiment/paper.js';
import * as forgetting from './forgetting.js';
import * as theory from './theory.js';

/**
 * O. Ludwig, "The Condition Number as a Scale-Invariant Proxy for Information Encoding in Neural Units", arXiv
 * 2506.16289, 2025.
 */
export const paper: Paper = {
  slug: 'condition-number',
  experiments: { forgetting, theory },
  answer: () => import('./answer.js'),
  claims: () => import('./claims.js'),
  prose: () => import('./prose.js'),
  thumbnail: async () => (await import('../../src/papers/condition-number/thumbnail.js')).thumbnail,
};
