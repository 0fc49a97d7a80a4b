import type { Paper } from '../../src/lib/experiment/paper.js';
import * as bench from './bench.js';

/** No paper: how accurate the estimators are that the papers' experiments rest on. */
export const paper: Paper = {
  slug: 'estimators',
  experiments: { bench },
  prose: () => import('./prose.js'),
};
