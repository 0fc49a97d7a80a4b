import { range } from 'd3-array';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count } from '../../src/lib/text/number.js';
import { datasetIds, datasetLabels, type GapDatasetId, tables } from '../../src/papers/cs-ib/tables.js';

/** The generalisation gap of many differently trained networks. */
type GapParameters = {
  /** `synthetic`, or data sets. */
  readonly datasets: readonly GapDatasetId[];
  /** Training rows: the first of the training split; all of it where null. */
  readonly trainRows: number | null;
  readonly testRows: number | null;
  readonly hidden: number;
  /** Dimension k of the representation. */
  readonly code: number;
  readonly batch: number;
  readonly epochs: number;
  readonly learningRates: readonly number[];
  /** L2 penalties, added to the gradient. */
  readonly l2: readonly number[];
  /** Networks of each learning rate and penalty. */
  readonly seeds: number;
};

const quick: GapParameters = {
  datasets: ['synthetic'],
  trainRows: 512,
  testRows: 2048,
  hidden: 32,
  code: 16,
  batch: 128,
  epochs: 100,
  learningRates: [1e-3, 3e-3],
  l2: [0, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2],
  seeds: 5,
};

const full: GapParameters = {
  ...quick,
  datasets: datasetIds,
  // A third of the training split for three times as many epochs: networks that have not begun to overfit have no gap.
  trainRows: 4096,
  testRows: null,
  hidden: 128,
  code: 128,
  epochs: 20,
};

export const definition = defineExperiment({
  title: 'Information and the generalisation gap',
  description:
    'Trains networks on the mean squared error with several learning rates and L2 penalties, and measures the information they keep of their inputs and how much worse they do on test rows.',
  tables: { gap: tables.gap },
  profiles: { quick, full },
  scale: ({ datasets, trainRows, hidden, code, epochs, learningRates, l2, seeds }) => ({
    level: datasets.includes('synthetic') ? 'stand-in' : 'reduced',
    data: {
      here: `${datasets.map((id) => datasetLabels[id]).join(', ')}; ${trainRows === null ? 'all' : count(trainRows)} training rows`,
      paper: 'California Housing',
    },
    model: `two hidden layers of ${hidden}, a code of ${code}`,
    training: `${epochs} epochs of squared errors`,
    repetitions: {
      here: `${seeds} seeds of ${learningRates.length * l2.length} networks`,
      paper: '100 networks',
    },
  }),
  seed: 1,
  compute: 'tensors',
  datasets: ({ datasets }) => datasets.filter((dataset) => dataset !== 'synthetic'),
  parts: ({ datasets, seeds }) =>
    datasets.flatMap((dataset) =>
      range(seeds).map((seed) => ({ id: `${dataset}-${seed}`, of: { dataset, seed } })),
    ),
});
