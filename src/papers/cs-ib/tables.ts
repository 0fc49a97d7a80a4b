import { float64, int32, oneOf, orNull, type TableSchemas } from '../../lib/experiment/column.js';
import { conditionalVariants } from './information/conditional-divergence.js';

const idsOf = <const Id extends string>(labels: Readonly<Record<Id, string>>) => Object.keys(labels) as Id[];

/** The compared methods, in the order of every table and figure. */
export const methodLabels = {
  'cs-paper': 'CS-IB as printed',
  'cs-symmetric': 'CS-IB, symmetric weights (ours)',
  released: 'CS-IB as released (squared errors)',
  nib: 'NIB',
  'square-nib': 'square-NIB',
  'exp-nib': 'exp-NIB',
  vib: 'VIB',
  hsic: 'HSIC bottleneck',
} as const;

export type MethodId = keyof typeof methodLabels;

export const methodIds: readonly MethodId[] = idsOf(methodLabels);

/** The methods that differ without compression: there square-NIB and exp-NIB are NIB. */
export const fittedMethods = ['cs-paper', 'cs-symmetric', 'released', 'nib', 'vib', 'hsic'] as const;

/** The four tabular tasks, and the synthetic one of the generalisation gap's quick run. */
export const datasetLabels = {
  'california-housing': 'California Housing',
  'bike-sharing': 'Bike Sharing',
  'appliances-energy': 'Appliances Energy',
  'beijing-pm25': 'Beijing PM2.5',
  synthetic: 'Synthetic task',
} as const;

export type GapDatasetId = keyof typeof datasetLabels;
export type DatasetId = Exclude<GapDatasetId, 'synthetic'>;

export const datasetIds: readonly DatasetId[] = [
  'california-housing',
  'bike-sharing',
  'appliances-energy',
  'beijing-pm25',
];

/** The inequalities between normal laws that are put to the test. */
export const statementLabels = {
  information: 'CS information ≤ Shannon information',
  divergence: 'CS divergence ≤ KL divergence',
  'divergence-equal-means': '… with equal means',
  'half-divergence': '… of half the CS divergence',
} as const;

export type StatementId = keyof typeof statementLabels;

export const statementIds: readonly StatementId[] = idsOf(statementLabels);

const network = {
  dataset: oneOf('data set', datasetIds),
  method: oneOf('method', methodIds),
  beta: float64('weight β of the compression penalty'),
  seed: int32('number of the seed: initial weights, batch order and noise'),
};

const statement = oneOf(
  'information: I_CS ≤ I of jointly normal vectors; divergence: D_CS ≤ KL of any two normal laws; divergence-equal-means: the same with equal means; half-divergence: ½ D_CS ≤ KL',
  statementIds,
);

const repetition = int32('repetition');
const step = int32('gradient step');

/** The tables of the paper, by name. */
export const tables = {
  plane: {
    description: 'One row a trained network: prediction on the test split, information on training batches.',
    columns: {
      ...network,
      i_own: orNull(
        float64(
          'information between x and t that the method itself penalises (normalised CS-QMI, the NIB or VIB bound, or HSIC, a pure number), mean over the first four training batches of the seed, t without noise; null where undefined',
          'nats',
        ),
      ),
      i_cs: orNull(
        float64(
          'normalised CS-QMI between x and t, mean over the first four training batches of the seed, t without noise; null where t has collapsed to a point',
        ),
      ),
      r_own: orNull(float64('compression ratio 1 − I(β) / I(0) of the same seed, by i_own')),
      r_cs: orNull(float64('compression ratio 1 − I(β) / I(0) of the same seed, by i_cs')),
      i_ty: orNull(float64('I(t; y) = ½ log₂(var y / MSE) on the test rows', 'bits')),
      rmse: orNull(float64('root mean squared error on the test rows')),
      mae: orNull(float64('median absolute error on the test rows')),
    },
  },
  attack: {
    description: 'One row a trained network and attack on standardised inputs, without clipping.',
    columns: {
      ...network,
      kind: oneOf('attack: fgsm, or pgd', ['fgsm', 'pgd']),
      eps: float64('largest change of an input, in its standard deviations'),
      rmse: orNull(float64('root mean squared error on the attacked test rows')),
      clean_rmse: orNull(float64('root mean squared error on the same rows, untouched')),
    },
  },
  fit: {
    description: 'One row a network trained without compression, β = 0.',
    columns: {
      dataset: network.dataset,
      method: oneOf('method; nib stands for square-nib and exp-nib, too', fittedMethods),
      seed: network.seed,
      train_rmse: orNull(float64('root mean squared error on the training rows')),
      test_rmse: orNull(float64('root mean squared error on the test rows')),
    },
  },
  gap: {
    description: 'One row a trained network.',
    columns: {
      dataset: oneOf('data set, or synthetic', idsOf(datasetLabels)),
      seed: int32('number of the seed: initial weights and batch order'),
      lr: float64('learning rate'),
      l2: float64('L2 penalty, added to the gradient'),
      i_cs: orNull(
        float64(
          'normalised CS-QMI between x and t, mean over the first four training batches of the seed; null where t has collapsed to a point',
        ),
      ),
      i_cs_raw: orNull(
        float64('CS-QMI between x and t, mean over the first four training batches of the seed', 'nats'),
      ),
      gap: orNull(float64('generalisation gap: test_rmse − train_rmse')),
      train_rmse: orNull(float64('root mean squared error on the training rows')),
      test_rmse: orNull(float64('root mean squared error on the test rows')),
    },
  },
  audit: {
    description: 'Descent of free predictions on the conditional divergence, on California Housing',
    columns: {
      sigma2: float64("squared width of the inputs' kernel"),
      variant: oneOf('how pairs are weighted: paper, code or symmetric', conditionalVariants),
      seed: int32('batch'),
      step: int32('step of Adam'),
      d: float64('conditional Cauchy–Schwarz divergence', 'nats'),
      rmse: float64('root-mean-square error of the predictions', 'log price'),
    },
  },
  audit_examples: {
    description: 'Single evaluations',
    columns: {
      example: oneOf(
        'four-points: a prediction slightly wrong in one of four points; released-loss: the loss of the released script on one-dimensional targets',
        ['four-points', 'released-loss'],
      ),
      variant: oneOf(
        'paper, code, symmetric: weights of the divergence; released: as the script computes it; squared-errors: their sum over ln 2',
        [...conditionalVariants, 'released', 'squared-errors'],
      ),
      d: float64('value, in nats for four-points and in bits for released-loss'),
    },
  },
  two_gaussian: {
    description: 'Both distances to the target along the descent',
    columns: {
      seed: repetition,
      step,
      d_cs: float64('Cauchy–Schwarz divergence, descended on', 'nats'),
      mmd2: float64('squared maximum mean discrepancy, watched only'),
    },
  },
  two_gaussian_points: {
    description: 'The points of the first repetition along the descent; the target, which rests, at step 0',
    columns: {
      step,
      kind: oneOf('target or free point', ['target', 'free']),
      x: float64('first coordinate'),
      y: float64('second coordinate'),
    },
  },
  two_gaussian_modes: {
    description: 'Which modes were found, by the points and by the Gaussian fitted for contrast',
    columns: {
      seed: repetition,
      share_left: float64('share of the points near the lower left centre'),
      share_right: float64('share of the points near the upper right centre'),
      d_cs_start: float64('divergence before the first step', 'nats'),
      d_cs_end: float64('divergence after the last step', 'nats'),
      mmd2_start: float64('squared discrepancy before the first step'),
      mmd2_end: float64('squared discrepancy after the last step'),
      kl_x: float64('first coordinate of the mean of the fitted Gaussian'),
      kl_y: float64('second coordinate of the mean of the fitted Gaussian'),
      kl_sd_x: float64('first standard deviation of the fitted Gaussian'),
      kl_sd_y: float64('second standard deviation of the fitted Gaussian'),
      kl_mode_distance: float64('distance of the mean of the fitted Gaussian from the nearer centre'),
    },
  },
  gaussian_bound: {
    description: 'How often each inequality is violated',
    columns: {
      statement,
      dimension: int32('coordinates of each of the two variables or laws'),
      pairs: int32('random instances'),
      violations: int32('instances in which the Cauchy–Schwarz side is larger'),
      largest_ratio: float64('largest Cauchy–Schwarz side over Shannon side'),
    },
  },
  gaussian_pairs: {
    description: 'The first instances, for a scatter plot',
    columns: {
      statement,
      cs: float64('Cauchy–Schwarz side', 'nats'),
      shannon: float64('Shannon side; of the two Kullback–Leibler divergences the smaller', 'nats'),
    },
  },
} satisfies TableSchemas;
