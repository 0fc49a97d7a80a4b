import { float64, int32, orNull, type RowOf, type TableSchemas, text } from '../../lib/experiment/column.js';

/** The tables of the study, by name. */
export const tables = {
  accuracy: {
    description: 'Bias and spread of every estimator over a grid of known answers',
    columns: {
      distribution: text('law of the pairs (x, y)'),
      dimension: int32('coordinates of each of x and y that carry information'),
      n: int32('sample size'),
      true_mi: float64('true mutual information', 'nats'),
      estimator: text('estimator'),
      repetitions: int32('independent samples'),
      answers: int32('samples on which the estimator had a finite answer'),
      mean: orNull(float64('mean estimate', 'nats')),
      bias: orNull(
        float64('mean estimate less truth; empty where the estimator is of another quantity', 'nats'),
      ),
      sd: orNull(float64('standard deviation of the estimates', 'nats')),
      rmse: orNull(
        float64('root-mean-square error; empty where the estimator is of another quantity', 'nats'),
      ),
    },
  },
} satisfies TableSchemas;

/** How an estimator did at a point of the grid; information in nats. */
export type AccuracyRow = RowOf<typeof tables.accuracy.columns>;
