import type { Paper } from '../../src/lib/experiment/paper.js';
import * as coordination from './coordination.js';
import * as holdout from './holdout.js';
import * as perturbation from './perturbation.js';

/**
 * C. Dwork, V. Feldman, M. Hardt, T. Pitassi, O. Reingold, A. Roth, "Preserving Statistical Validity in Adaptive Data
 * Analysis", STOC 2015, arXiv 1411.2664; with the experiment of its companion, the same authors, "The reusable
 * holdout: Preserving validity in adaptive data analysis", *Science* 349(6248), 2015, 636–638.
 */
export const paper: Paper = {
  slug: 'adaptive-data-analysis',
  experiments: { holdout, perturbation, coordination },
  answer: () => import('./answer.js'),
  claims: () => import('./claims.js'),
  prose: () => import('./prose.js'),
  thumbnail: async () => (await import('../../src/papers/adaptive-data-analysis/thumbnail.js')).thumbnail,
};
