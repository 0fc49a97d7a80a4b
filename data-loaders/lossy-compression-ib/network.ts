import { range } from 'd3-array';
import { mnistNames } from '../../src/lib/datasets/mnist.js';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { type Compression, tables } from '../../src/papers/lossy-compression-ib/tables.js';
import type { AutoencoderParameters } from './dense-autoencoder.js';

/** The classifier of digits whose layers are followed in training. */
export type NetworkParameters = {
  /** `test`: the first of the test images are for training and the last for evaluation; `all`: the usual split. */
  readonly data: 'test' | 'all';
  /** How many images train the classifier, and on how many it is evaluated. */
  readonly trainImages: number;
  readonly evaluatedImages: number;
  readonly batch: number;
  readonly learningRate: number;
  /** Steps after which the layers are looked at, the last one the end of training. */
  readonly checkpoints: readonly number[];
  readonly seeds: number;
  /** Deviations of the relative noise before each layer. */
  readonly sigmas: readonly number[];
  /** What squeezes the input to four numbers. */
  readonly compressions: readonly Compression[];
  readonly autoencoder: AutoencoderParameters;
};

const quick: NetworkParameters = {
  data: 'test',
  trainImages: 4096,
  evaluatedImages: 2000,
  batch: 128,
  learningRate: 1e-3,
  checkpoints: [0, 1, 2, 4, 6, 9, 14, 22, 35, 54, 85, 132, 205, 320],
  seeds: 2,
  sigmas: [1e-3],
  compressions: ['autoencoder'],
  autoencoder: { hidden: 64, steps: 800, batch: 128, rates: [2e-3, 1e-5] },
};

/**
 * All training images and the paper's batch; layers are looked at on the last half of the test images. Six epochs of its
 * 300, at fifty times its learning rate of 1e-5: at the same rate so few steps would leave the network where it began.
 */
const full: NetworkParameters = {
  ...quick,
  data: 'all',
  trainImages: 60_000,
  evaluatedImages: 5000,
  batch: 1024,
  learningRate: 5e-4,
  checkpoints: [0, 2, 5, 10, 18, 30, 44, 58, 75, 93, 116, 145, 174, 219, 275, 348],
  compressions: ['autoencoder', 'principal'],
  seeds: 16,
};

export const definition = defineExperiment({
  title: 'What the layers of a classifier know while it trains',
  description:
    'Trains the paper’s convolutional classifier of handwritten digits, with noise before each layer, and estimates at checkpoints what each layer knows of the image and of the digit.',
  tables: { plane: tables.plane },
  profiles: { quick, full },
  scale({ trainImages, evaluatedImages, batch, learningRate, checkpoints, seeds }) {
    const epochs = (checkpoints[checkpoints.length - 1] * batch) / trainImages;
    return {
      level: epochs >= 300 && trainImages >= 60_000 ? 'paper' : 'reduced',
      data: {
        here: `${trainImages.toLocaleString('en')} digits to train on, ${evaluatedImages.toLocaleString('en')} to look at`,
        paper: '60,000 and 10,000',
      },
      model: 'the paper’s convolutional network with its noise; the image squeezed by a dense autoencoder',
      training: {
        here: `${epochs.toLocaleString('en', { maximumSignificantDigits: 3 })} epochs at rate ${learningRate}`,
        paper: '300 epochs at rate 0.00001, by the released code',
      },
      repetitions: `${seeds} networks`,
    };
  },
  seed: 1,
  compute: 'tensors',
  datasets: ({ data }) => (data === 'all' ? mnistNames('train', 'test') : mnistNames('test')),
  parts: ({ sigmas, seeds }) =>
    sigmas.flatMap((sigma) => range(seeds).map((seed) => ({ id: `${sigma}-${seed}`, of: { sigma, seed } }))),
});
