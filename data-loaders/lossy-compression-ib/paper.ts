import type { Paper } from '../../src/lib/experiment/paper.js';
import * as estimator from './estimator.js';
import * as network from './network.js';
import * as synthetic from './synthetic.js';

/**
 * I. Butakov, A. Tolmachev, S. Malanchuk, A. Neopryatnaya, A. Frolov, K. Andreev, "Information Bottleneck Analysis of
 * Deep Neural Networks via Lossy Compression", ICLR 2024, arXiv 2305.08013.
 */
export const paper: Paper = {
  slug: 'lossy-compression-ib',
  experiments: { network, synthetic, estimator },
  answer: () => import('./answer.js'),
  claims: () => import('./claims.js'),
  prose: () => import('./prose.js'),
  thumbnail: async () => (await import('../../src/papers/lossy-compression-ib/thumbnail.js')).thumbnail,
};
