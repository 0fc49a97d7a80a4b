import type { Paper } from '../../src/lib/experiment/paper.js';
import * as audit from './audit.js';
import * as fit from './fit.js';
import * as gap from './gap.js';
import * as gaussianBound from './gaussian-bound.js';
import * as sweep from './sweep.js';
import * as twoGaussian from './two-gaussian.js';

/**
 * S. Yu, X. Yu, S. Løkse, R. Jenssen, J. C. Príncipe, "Cauchy-Schwarz Divergence Information Bottleneck for
 * Regression", ICLR 2024, arXiv 2404.17951.
 */
export const paper: Paper = {
  slug: 'cs-ib',
  experiments: { sweep, fit, gap, audit, 'two-gaussian': twoGaussian, 'gaussian-bound': gaussianBound },
  answer: () => import('./answer.js'),
  claims: () => import('./claims.js'),
  prose: () => import('./prose.js'),
  thumbnail: async () => (await import('../../src/papers/cs-ib/thumbnail.js')).thumbnail,
};
