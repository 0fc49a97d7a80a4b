import type { Paper } from '../../src/lib/experiment/paper.js';
import * as corruption from './corruption.js';
import * as dimension from './dimension.js';
import * as images from './images.js';
import * as initialisation from './initialisation.js';
import * as limits from './limits.js';
import * as mine from './mine.js';
import * as models from './models.js';
import * as training from './training.js';

/**
 * D. Liao, C. Liu, B. Christensen, A. Tong, G. Huguet, G. Wolf, M. Nickel, I. Adelstein, S. Krishnaswamy, "Assessing
 * Neural Network Representations During Training Using Noise-Resilient Diffusion Spectral Entropy", CISS 2024,
 * arXiv 2312.04823.
 */
export const paper: Paper = {
  slug: 'diffusion-spectral-entropy',
  experiments: { dimension, corruption, mine, training, initialisation, images, models, limits },
  answer: () => import('./answer.js'),
  claims: () => import('./claims.js'),
  prose: () => import('./prose.js'),
  thumbnail: async () => (await import('../../src/papers/diffusion-spectral-entropy/thumbnail.js')).thumbnail,
};
