import { cross, range } from 'd3-array';
import { mnistNames } from '../../src/lib/datasets/mnist.js';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count, significant } from '../../src/lib/text/number.js';
import { imageRegimes, tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';

/** Parameters of convolutional networks that are read while they are trained on handwritten digits. */
export type ImagesParameters = {
  /** `test`: the first of the test images are for training and the last for reading; `all`: the usual split. */
  readonly data: 'test' | 'all';
  readonly trainImages: number;
  readonly readImages: number;
  /** Training images that a linear probe of a network without labels is fitted to. */
  readonly probeImages: number;
  readonly batch: number;
  /** Steps of training after which the representation is read, the last one its end. */
  readonly checkpoints: readonly number[];
  readonly learningRate: number;
  readonly weightDecay: number;
  /** τ of the contrastive loss. */
  readonly temperature: number;
  /** Random views: pixels, radians, logarithm of the magnification. */
  readonly views: { readonly shift: number; readonly rotation: number; readonly logScale: number };
  /** σ of the kernel on Z. */
  readonly kernelWidth: number;
  /** Clusters of the images, in the place of labels. */
  readonly clusters: number;
  readonly seeds: number;
};

const quick: ImagesParameters = {
  data: 'test',
  trainImages: 1000,
  readImages: 300,
  probeImages: 500,
  batch: 100,
  checkpoints: [0, 5, 10, 20, 40, 60],
  learningRate: 1e-3,
  weightDecay: 0.01,
  temperature: 0.5,
  views: { shift: 3, rotation: 0.3, logScale: 0.2 },
  kernelWidth: 10,
  clusters: 10,
  seeds: 1,
};

/** A hundred epochs on as few training images as let permuted labels be memorised: minutes on two cores. */
const full: ImagesParameters = {
  ...quick,
  data: 'all',
  trainImages: 2000,
  readImages: 1000,
  probeImages: 2000,
  checkpoints: [0, 10, 30, 100, 200, 500, 1000, 2000],
  seeds: 5,
};

export const definition = defineExperiment({
  title: 'Representations of handwritten digits during training',
  description:
    'A small convolutional network, trained with true labels, with permuted labels, or without labels on pairs of views: entropy and information of its last hidden layer on images that it was not trained on.',
  tables: { images: tables.images },
  profiles: { quick, full },
  scale: ({ trainImages, readImages, batch, checkpoints, learningRate, seeds }) => ({
    level: 'reduced',
    data: {
      here: `${count(trainImages)} images of MNIST to train with, ${count(readImages)} to read`,
      paper: '60,000 and 10,000, besides CIFAR-10 and STL-10',
    },
    model: {
      here: 'two convolutions and a layer of 64',
      paper: 'ResNets, vision transformers and others',
    },
    training: `${significant(((checkpoints.at(-1) ?? 0) * batch) / trainImages)} epochs at rate ${learningRate}`,
    repetitions: { here: `${seeds} seeds`, paper: '3' },
  }),
  seed: 1,
  compute: 'tensors',
  datasets: ({ data }) => (data === 'all' ? mnistNames('train', 'test') : mnistNames('test')),
  parts: ({ seeds }) =>
    cross(imageRegimes, range(seeds), (regime, seed) => ({ id: `${regime}-${seed}`, of: { regime, seed } })),
});
