import type { Paper } from '../../src/lib/experiment/paper.js';
import * as coarse from './coarse.js';
import * as systems from './systems.js';
import * as theory from './theory.js';

/**
 * X. Cheng, W. Yuan, Y. Yang, Y. Zhang, S. Cheng, Y. He, Z. Sun, "Information Shapes Koopman Representation", ICLR 2026,
 * arXiv 2510.13025.
 */
export const paper: Paper = {
  slug: 'information-koopman',
  experiments: { systems, coarse, theory },
  answer: () => import('./answer.js'),
  claims: () => import('./claims.js'),
  prose: () => import('./prose.js'),
  thumbnail: async () => (await import('../../src/papers/information-koopman/thumbnail.js')).thumbnail,
};
