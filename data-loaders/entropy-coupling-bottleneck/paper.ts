import type { Paper } from '../../src/lib/experiment/paper.js';
import * as decoder from './decoder.js';
import * as encoder from './encoder.js';
import * as game from './game.js';
import * as randomCodes from './random-codes.js';

/**
 * M. R. Ebrahimi, J. Chen, A. Khisti, "Minimum Entropy Coupling with Bottleneck", NeurIPS 2024, arXiv 2410.21666.
 */
export const paper: Paper = {
  slug: 'entropy-coupling-bottleneck',
  experiments: { encoder, 'random-codes': randomCodes, decoder, game },
  answer: () => import('./answer.js'),
  claims: () => import('./claims.js'),
  prose: () => import('./prose.js'),
  thumbnail: async () =>
    (await import('../../src/papers/entropy-coupling-bottleneck/thumbnail.js')).thumbnail,
};
