import {
  float64,
  int32,
  oneOf,
  orNull,
  type RowOf,
  type TableSchemas,
  text,
} from '../../lib/experiment/column.js';
import { questions } from './questions/law.js';

const questionColumns = {
  question: oneOf('what is asked, by what the variables hold', questions),
  law: text('law of the variables'),
  dimension: int32(
    'coordinates of numbers: of each variable, or of what is given; variables of a total correlation',
  ),
  combinations: int32('combinations of the labels of all variables; 1 where none is labels'),
  n: int32('sample size'),
  true_mi: float64('true information', 'nats'),
  estimator: text('estimator'),
  repetitions: int32('independent samples'),
  answers: int32('samples on which the estimator had a finite answer'),
  mean: orNull(float64('mean estimate', 'nats')),
  bias: orNull(float64('mean estimate less truth', 'nats')),
  sd: orNull(float64('standard deviation of the estimates', 'nats')),
  rmse: orNull(float64('root-mean-square error', 'nats')),
};

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
  questions: {
    description: 'Bias and spread of estimators for labels, mixtures and more than two variables',
    columns: questionColumns,
  },
  critics: {
    description: 'Bias and spread of bounds by networks, on rows held out',
    columns: questionColumns,
  },
} satisfies TableSchemas;

/** How an estimator did at a point of the grid; information in nats. */
export type AccuracyRow = RowOf<typeof tables.accuracy.columns>;

/** The same of a question of some kind. */
export type QuestionRow = RowOf<typeof tables.questions.columns>;
