import { max, range } from 'd3-array';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';

/** Parameters of networks that differ in all there is. */
export type ModelsParameters = {
  readonly models: number;
  /** Models of each part. */
  readonly together: number;
  readonly trainRows: readonly number[];
  readonly validationRows: number;
  readonly hidden: readonly number[];
  /** Dimensions of the representation Z. */
  readonly widths: readonly number[];
  readonly batch: number;
  /** Epochs are uniform from 1 to this. */
  readonly epochs: number;
  /** Decimal logarithms between which that of the learning rate is uniform. */
  readonly logRates: readonly [low: number, high: number];
  readonly weightDecay: number;
  readonly kernelWidth: number;
};

const quick: ModelsParameters = {
  models: 24,
  together: 6,
  trainRows: [100, 300, 1000],
  validationRows: 500,
  hidden: [16, 32, 128],
  widths: [8, 16, 64],
  batch: 100,
  epochs: 24,
  logRates: [-4, -2.3],
  weightDecay: 0.01,
  kernelWidth: 10,
};

export const definition = defineExperiment({
  title: 'Many models',
  description:
    'Networks of random sizes, training sets, rates and epochs on one task: information against accuracy.',
  tables: { models: tables.models },
  profiles: { quick, full: { ...quick, models: 96 } },
  scale: ({ models, trainRows, epochs }) => ({
    level: 'stand-in',
    data: { here: `up to ${max(trainRows)} rows of one synthetic task`, paper: 'ImageNet' },
    model: { here: 'rectifiers in two hidden layers, of random widths', paper: 'pretrained image networks' },
    training: `1 to ${epochs} epochs at random rates`,
    repetitions: { here: `${models} networks`, paper: '962' },
  }),
  seed: 1,
  compute: 'tensors',
  parts: ({ models, together }) =>
    range(0, models, together).map((first) => ({
      id: `from-${first}`,
      of: { models: range(first, Math.min(first + together, models)) },
    })),
});
