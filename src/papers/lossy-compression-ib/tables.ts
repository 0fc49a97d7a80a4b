import { float64, int32, oneOf, orNull, type RowOf, type TableSchemas } from '../../lib/experiment/column.js';

/** The layers whose information is followed. */
export const layerNames = ['L1', 'L2', 'L3', 'L4', 'L5'] as const;

/** What squeezes an image of a digit to four numbers. */
export const compressions = ['autoencoder', 'principal'] as const;

export type Compression = (typeof compressions)[number];

/** What an estimator is given of images of known information. */
export const representations = ['parameters', 'autoencoder', 'principal'] as const;

/** Nearest neighbour, and weighted five nearest neighbours. */
export const neighbourEstimators = ['kl', 'wkl'] as const;

const estimators = [...neighbourEstimators, 'kde-likelihood', 'kde-least-squares'] as const;

export type EstimatorId = (typeof estimators)[number];

const neighbours = oneOf('kl: nearest neighbour; wkl: weighted five nearest neighbours', neighbourEstimators);
const truth = float64('true mutual information', 'nats');

/** The tables of the paper, by name. */
export const tables = {
  plane: {
    description: 'One row a layer at a checkpoint of a seed',
    columns: {
      seed: int32('number of the seed: weights, batches, noise'),
      sigma: float64('deviation of the relative noise before each layer'),
      compression: oneOf('what squeezed the image to four numbers: autoencoder or principal', compressions),
      layer: oneOf('layer, L1 to L5', layerNames),
      step: int32('steps of training'),
      i_xl: orNull(float64('information between image and layer, I(X; L)', 'nats')),
      se_xl: orNull(float64('standard error of i_xl', 'nats')),
      i_ly: orNull(float64('information between layer and digit, I(L; Y)', 'nats')),
      se_ly: orNull(float64('standard error of i_ly', 'nats')),
      loss_train: float64('loss on images of the training', 'nats'),
      loss_eval: float64('loss on the images of the evaluation', 'nats'),
      acc: float64('share of those images that are classified right'),
      x_unexplained: float64(
        'share of the pixels’ variance that the four numbers of the image leave unexplained',
      ),
    },
  },
  synthetic: {
    description: 'One row an estimate',
    columns: {
      dataset: oneOf('images: blobs (two parameters) or rectangles (four)', ['blobs', 'rectangles']),
      w: int32('pixels on a side of an image'),
      seed: int32('number of the seed: samples, weights and batches'),
      mi_true: truth,
      representation: oneOf(
        'what the estimator is given: parameters, autoencoder or principal',
        representations,
      ),
      estimator: oneOf(
        'kl: nearest neighbour; wkl: weighted five nearest neighbours; kde-likelihood, kde-least-squares: kernel density of cross-validated bandwidth',
        estimators,
      ),
      mi_est: orNull(float64('estimated mutual information', 'nats')),
      se: orNull(
        float64(
          'standard error: the sum of those of the three entropies; it knows nothing of the bias',
          'nats',
        ),
      ),
      ae_rel_mse: float64(
        'share of the pixels’ variance that the autoencoder leaves unexplained on new images',
      ),
    },
  },
  invariance: {
    description: 'One row a pair of random maps of the two variables, each of four dimensions',
    columns: {
      repetition: int32('number of the maps'),
      estimator: neighbours,
      mi_est: float64('estimate before the maps', 'nats'),
      difference: float64('estimate after the maps − estimate before', 'nats'),
    },
  },
  normals: {
    description: 'One row an estimate on correlated normals of four dimensions each',
    columns: {
      repetition: int32('number of the sample'),
      estimator: neighbours,
      mi_true: truth,
      mi_est: float64('estimated mutual information', 'nats'),
      se: float64('standard error as the estimator tells it', 'nats'),
    },
  },
  weights: {
    description: 'One row a neighbour',
    columns: {
      d: int32('dimension'),
      k: int32('neighbours'),
      j: int32('number of the neighbour, the nearest first'),
      weight: float64('its weight'),
    },
  },
} satisfies TableSchemas;

/** A layer at a checkpoint. */
export type PlaneRow = RowOf<typeof tables.plane.columns>;

/** An estimate of known information. */
export type SyntheticRow = RowOf<typeof tables.synthetic.columns>;

/** The weight of a neighbour. */
export type WeightRow = RowOf<typeof tables.weights.columns>;
