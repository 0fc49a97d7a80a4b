import { flag, float64, int32, oneOf, type TableSchemas } from '../../lib/experiment/column.js';
import { holdoutModes, holdoutSets } from './holdout-trial.js';

const seed = int32('repetition');
const sampled = int32('points of the sample');
const updates = int32('corrections of the hypothesis');

/** What tells a run of the reusable holdout from the others. */
const trial = {
  n: int32('points in each of the three sets'),
  d: int32('variables'),
  seed,
  signal: flag('whether twenty variables depend on the label'),
  mode: oneOf('how the holdout answers: standard or thresholdout', holdoutModes),
};

/** What tells an attack on the finite universe from the others. */
const attack = {
  n: sampled,
  m: int32('random queries before the final one'),
  mechanism: oneOf('how queries are answered: empirical or pmw', ['empirical', 'pmw']),
  seed,
};

/** The tables of the paper and its companion, by name. */
export const tables = {
  holdout: {
    description: 'Accuracies of the vote of the k selected variables with the largest correlation',
    columns: {
      ...trial,
      k: int32('variables that the classifier uses'),
      set: oneOf('train, holdout (as reported to the analyst) or fresh', holdoutSets),
      accuracy: float64('share of labels predicted right; ½ without a variable'),
    },
  },
  selection: {
    description: 'What the analyst selected',
    columns: {
      ...trial,
      selected: int32('variables kept'),
      selected_shifted: int32('of these, variables that depend on the label'),
      spent: int32('answers of Thresholdout that came from the holdout'),
    },
  },
  adaptive_error: {
    description: 'How far answers are from the truth, which is 0',
    columns: {
      n: sampled,
      m: int32('queries before the final one'),
      sigma: float64('standard deviation of the noise on each answer'),
      mechanism: oneOf('how queries are answered: empirical, gaussian or laplace', [
        'empirical',
        'gaussian',
        'laplace',
      ]),
      seed,
      final_error: float64('average of the final query over the sample, without noise'),
      max_error: float64('largest distance of an answer from the truth, the final answer included'),
    },
  },
  coordinated_error: {
    description: 'One row an attack',
    columns: {
      ...attack,
      final_error: float64('distance of the final answer from the truth'),
      max_error: float64('largest distance of an answer from the truth'),
      updates,
    },
  },
  coordinated_path: {
    description: 'The longest attacks as they go on',
    columns: {
      ...attack,
      query: int32('queries asked so far, those for single bits included'),
      max_error: float64('largest distance from the truth of an answer so far'),
      updates,
    },
  },
} satisfies TableSchemas;
