import type { Paper } from '../../src/lib/experiment/paper.js';
import * as initialisations from './initialisations.js';
import * as invariance from './invariance.js';
import * as plane from './plane.js';
import * as rulers from './rulers.js';

/**
 * I. Chelombiev, C. Houghton, C. O'Donnell, "Adaptive Estimators Show Information Compression in Deep Neural
 * Networks", ICLR 2019, arXiv 1902.09037.
 */
export const paper: Paper = {
  slug: 'adaptive-estimators',
  experiments: { plane, rulers, invariance, initialisations },
  answer: () => import('./answer.js'),
  claims: () => import('./claims.js'),
  prose: () => import('./prose.js'),
  thumbnail: async () => (await import('../../src/papers/adaptive-estimators/thumbnail.js')).thumbnail,
};
