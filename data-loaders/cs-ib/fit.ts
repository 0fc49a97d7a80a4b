import { findDataset } from '../../src/lib/datasets/registry.js';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count } from '../../src/lib/text/number.js';
import { type DatasetId, datasetIds, fittedMethods, tables } from '../../src/papers/cs-ib/tables.js';
import { methodParts } from './method-parts.js';

/** Every method without compression. */
type FitParameters = {
  readonly datasets: readonly DatasetId[];
  /** Rows of the training split that are used: the first so many; all where null. */
  readonly trainRows: number | null;
  readonly hidden: number;
  /** Dimension k of the representation. */
  readonly code: number;
  readonly batch: number;
  readonly epochs: number;
  readonly learningRate: number;
  /** Networks of each method. */
  readonly seeds: number;
};

const quick: FitParameters = {
  datasets: datasetIds,
  trainRows: 1024,
  hidden: 32,
  code: 16,
  batch: 64,
  epochs: 40,
  learningRate: 1e-3,
  seeds: 5,
};

/** The networks, rows, batches and rate of the sweep's largest run, for twice as many epochs and with ten seeds. */
const full: FitParameters = {
  ...quick,
  trainRows: null,
  hidden: 128,
  code: 128,
  batch: 128,
  epochs: 20,
  seeds: 10,
};

export const definition = defineExperiment({
  title: 'Prediction without compression',
  description:
    'Trains every method at β = 0, so that the prediction term is all that tells them apart, keeps the weights that do best on validation rows, and measures errors on training and test rows.',
  tables: { fit: tables.fit },
  profiles: { quick, full },
  scale: ({ datasets, trainRows, hidden, code, epochs, learningRate, seeds }) => ({
    level: 'reduced',
    data: {
      here: `${datasets.length} tabular data sets, ${trainRows === null ? 'all' : count(trainRows)} training rows`,
      paper: 'six data sets, two of them of images',
    },
    model: {
      here: `two hidden layers of ${hidden}, a code of ${code}`,
      paper: '128 and 128, by the released script',
    },
    training: {
      here: `${epochs} epochs at rate ${learningRate}, β = 0`,
      paper: '200 epochs at rate 0.0001, by the released script',
    },
    repetitions: { here: `${seeds} seeds`, paper: 'one seed, by the released script' },
  }),
  seed: 1,
  compute: 'tensors',
  datasets: ({ datasets }) => datasets,
  parts: ({ datasets }) => methodParts(datasets, fittedMethods, (dataset) => findDataset(dataset).rows),
});
