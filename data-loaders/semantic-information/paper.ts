import type { Paper } from '../../src/lib/experiment/paper.js';
import * as classification from './classification.js';
import * as meaning from './meaning.js';
import * as mixtures from './mixtures.js';
import * as rateFidelity from './rate-fidelity.js';

/**
 * C. Lu, "A Semantic Generalization of Shannon's Information Theory and Applications", Entropy 27(5):461, 2025,
 * doi 10.3390/e27050461, arXiv 2510.15871.
 */
export const paper: Paper = {
  slug: 'semantic-information',
  experiments: { 'rate-fidelity': rateFidelity, meaning, classification, mixtures },
  answer: () => import('./answer.js'),
  claims: () => import('./claims.js'),
  prose: () => import('./prose.js'),
  thumbnail: async () => (await import('../../src/papers/semantic-information/thumbnail.js')).thumbnail,
};
