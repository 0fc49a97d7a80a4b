import { methodLabels } from '../../papers/cs-ib/tables.js';
import { series } from '../series.js';

export const methods = series(methodLabels);

/** Prediction terms: how the conditional divergence weights pairs, and the squared error beside it. */
export const predictionTerms = series({
  paper: 'as printed',
  code: 'as in the code',
  symmetric: 'symmetric (ours)',
  squares: 'mean squared error',
});

/** Distances of moving points from their target. */
export const distances = series({ d_cs: 'CS divergence (nats)', mmd2: 'MMD² (watched)' });
