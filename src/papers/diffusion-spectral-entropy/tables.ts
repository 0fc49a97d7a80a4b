import { float64, int32, oneOf, orNull, type TableSchemas } from '../../lib/experiment/column.js';
import { diffusionVariants } from './diffusion-matrix.js';

/** Laws of the coordinates in which points vary. */
export const distributions = ['uniform', 'normal'] as const;

/** Points whose entropy is known. */
export const limitExamples = ['identical', 'equal groups', 'unequal groups', 'far'] as const;

/** Numbers of bins a coordinate, of the classic estimates. */
export const binCounts = [5, 10, 100] as const;

export type BinCount = (typeof binCounts)[number];

/** Estimates of the information of points and labels that are made without a network, and the truth. */
export const estimators = [
  'truth',
  'dsmi',
  ...binCounts.map((count) => `csmi-${count}` as const),
  'kraskov',
] as const;

/** True labels, or training labels that are permuted. */
export const labelRegimes = ['clean', 'wrong'] as const;

/** True labels; training labels that are permuted; no labels, but two views of each image. */
export const imageRegimes = ['supervised', 'permuted', 'contrastive'] as const;

export type ImageRegime = (typeof imageRegimes)[number];

const noise = float64('amplitude of the uniform noise');
const seed = int32('number of the task and the network');
const epoch = int32('epochs of training done');

/** An estimate of whichever estimator, on a set of blobs. */
const estimate = {
  D: int32('dimension of the space'),
  noise,
  seed: int32('number of the set of blobs'),
  corruption: float64('share of corrupted labels'),
  estimator: oneOf(
    'truth; dsmi: diffusion spectral; csmi-5, csmi-10, csmi-100: so many bins a coordinate; kraskov: nearest neighbours; mine: neural bound',
    [...estimators, 'mine'],
  ),
  mi_bits: float64('mutual information of points and labels', 'bits'),
};

/** What is read of a representation Z while a network is trained. */
const representation = {
  dse: float64('diffusion spectral entropy of Z', 'bits'),
  dsmi_y: float64('diffusion spectral information of Z and labels', 'bits'),
  dsmi_x: float64('diffusion spectral information of Z and clusters of the inputs', 'bits'),
  norm: float64('mean length of Z'),
  dse_unit: float64('entropy of Z scaled to mean distance 1, kernel of width 1', 'bits'),
  dsmi_y_unit: float64('information of labels and Z scaled to mean distance 1, kernel of width 1', 'bits'),
};

/** The tables of the paper, by name. */
export const tables = {
  dimension: {
    description: 'One row a set of points and estimator.',
    columns: {
      distribution: oneOf('law of the d coordinates: uniform on [−1, 1], or normal', distributions),
      noise,
      estimator: oneOf('dse: diffusion spectral entropy; cse: entropy of bins', ['dse', 'cse']),
      t: orNull(int32('steps of the diffusion; null for bins')),
      d: int32('dimension of the distribution'),
      seed: int32('number of the repetition'),
      bits: float64('entropy', 'bits'),
    },
  },
  corruption: {
    description: 'One row a set of blobs, share of corrupted labels and estimator.',
    columns: estimate,
  },
  mine: {
    description: 'One row a set of blobs and share of corrupted labels.',
    columns: estimate,
  },
  training: {
    description: 'One row a network and epoch.',
    columns: {
      regime: oneOf('clean: true labels; wrong: training labels permuted', labelRegimes),
      seed,
      epoch,
      train_acc: float64('accuracy on the training rows and the labels trained on'),
      val_acc: float64('accuracy on the validation rows and their true labels'),
      ...representation,
    },
  },
  initialisation: {
    description: 'One row a network and epoch.',
    columns: {
      deviation: float64('standard deviation of the first hidden weights'),
      seed,
      initial_dse: float64('entropy of Z before training', 'bits'),
      epoch,
      train_acc: float64('accuracy on the training rows'),
      val_acc: float64('accuracy on the validation rows'),
    },
  },
  images: {
    description: 'One row a network and checkpoint.',
    columns: {
      regime: oneOf(
        'supervised: true labels; permuted: training labels permuted; contrastive: no labels (SimCLR)',
        imageRegimes,
      ),
      seed: int32('number of the network: weights, batches, permutation, views'),
      step: int32('steps of training done'),
      train_acc: float64(
        'accuracy on training images and the labels trained on; contrastive: of a linear probe',
      ),
      val_acc: float64('accuracy on other images and their true labels; contrastive: of a linear probe'),
      ...representation,
    },
  },
  models: {
    description: 'One row a network.',
    columns: {
      model: int32('number of the network'),
      epochs: int32('epochs of training'),
      lr: float64('learning rate'),
      hidden: int32('width of the first hidden layer'),
      width: int32('dimension of Z'),
      train_size: int32('training rows'),
      val_acc: float64('accuracy on the validation rows'),
      dse: float64('diffusion spectral entropy of Z', 'bits'),
      dsmi_y: float64('diffusion spectral information of Z and labels', 'bits'),
    },
  },
  limits: {
    description: 'One row a set of points, number of steps and form of the diffusion.',
    columns: {
      example: oneOf('identical points, groups of equal or unequal size, or far points', limitExamples),
      groups: int32('number of groups of equal points'),
      points: int32('number of points'),
      variant: oneOf('diffusion matrix as in the released code, or as in the text', diffusionVariants),
      t: int32('steps of the diffusion'),
      dse: float64('diffusion spectral entropy', 'bits'),
      expected: float64('what theory says', 'bits'),
    },
  },
} satisfies TableSchemas;
