import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';
import { type BlobParameters, blobParts, blobScale, fullBlobs, quickBlobs } from './blobs.js';

/** Parameters of the neural bound. */
export type MineParameters = BlobParameters & {
  /** Units of each of the two hidden layers. */
  readonly hidden: number;
  readonly learningRate: number;
  readonly batch: number;
  readonly epochs: number;
  /** Permutations of the labels that the bound is averaged over at the end. */
  readonly permutations: number;
};

const quick: MineParameters = {
  ...quickBlobs,
  dimensions: [20],
  corruption: [0, 0.4, 1],
  seeds: 6,
  hidden: 64,
  learningRate: 1e-3,
  batch: 200,
  epochs: 60,
  permutations: 20,
};

export const definition = defineExperiment({
  title: 'Information and corrupted labels, by a neural bound',
  description:
    'A network that tells pairs of points and labels from pairs that do not belong together, on the same blobs.',
  tables: { mine: tables.mine },
  profiles: { quick, full: { ...quick, ...fullBlobs, learningRate: 1e-4, batch: 500, epochs: 200 } },
  scale(params) {
    const { hidden, epochs, batch, learningRate } = params;
    const blobs = blobScale(params);
    return {
      ...blobs,
      level: epochs >= 200 ? blobs.level : 'reduced',
      model: `a network with two hidden layers of ${hidden}`,
      training: {
        here: `${epochs} epochs at rate ${learningRate}, batches of ${batch}`,
        paper: '200 epochs at rate 0.0001, batches of 500',
      },
    };
  },
  seed: 1,
  compute: 'tensors',
  parts: (params) => blobParts(params),
});
