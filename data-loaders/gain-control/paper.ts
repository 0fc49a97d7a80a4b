import type { Paper } from '../../src/lib/experiment/paper.js';
import * as adaptation from './adaptation.js';
import * as grid from './grid.js';
import * as networks from './networks.js';
import * as online from './online.js';
import * as tradeoff from './tradeoff.js';

/**
 * L. R. Duong, C. Bredenberg, D. J. Heeger, E. P. Simoncelli, "Adaptive coding efficiency in recurrent cortical circuits
 * via gain control", 2023, arXiv 2305.19869.
 */
export const paper: Paper = {
  slug: 'gain-control',
  experiments: { adaptation, tradeoff, networks, grid, online },
  answer: () => import('./answer.js'),
  claims: () => import('./claims.js'),
  prose: () => import('./prose.js'),
  thumbnail: async () => (await import('../../src/papers/gain-control/thumbnail.js')).thumbnail,
};
