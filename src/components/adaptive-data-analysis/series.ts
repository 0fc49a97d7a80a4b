import type { HoldoutMode } from '../../papers/adaptive-data-analysis/holdout-trial.js';
import { series } from '../series.js';

/** The sets on which a classifier is judged. */
export const sets = series({
  train: 'training set',
  holdout: 'holdout, as reported',
  fresh: 'fresh data',
});

/** How queries are answered. */
export const mechanisms = series({
  empirical: 'plain averages',
  gaussian: 'normal noise',
  laplace: 'Laplace noise',
  pmw: 'coordinated answers',
});

/** How the holdout answers. */
export const modeLabels: Readonly<Record<HoldoutMode, string>> = {
  standard: 'standard holdout',
  thresholdout: 'Thresholdout',
};
