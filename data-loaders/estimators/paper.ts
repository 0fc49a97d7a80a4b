import type { Paper } from '../../src/lib/experiment/paper.js';
import * as bench from './bench.js';
import * as critics from './critics.js';
import * as questions from './questions.js';

/** No paper: how accurate the estimators are that the papers' experiments rest on. */
export const paper: Paper = {
  slug: 'estimators',
  experiments: { bench, questions, critics },
  prose: () => import('./prose.js'),
};
