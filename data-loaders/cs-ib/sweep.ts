import { findDataset } from '../../src/lib/datasets/registry.js';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count } from '../../src/lib/text/number.js';
import {
  type DatasetId,
  datasetIds,
  type MethodId,
  methodIds,
  tables,
} from '../../src/papers/cs-ib/tables.js';
import { methodParts } from './method-parts.js';

/** The sweep over β of every method. */
export type SweepParameters = {
  readonly datasets: readonly DatasetId[];
  /** Rows of the training split that are used: the first so many; all where null. */
  readonly trainRows: number | null;
  /** Rows of the test split that are used. */
  readonly testRows: number | null;
  /** Rows of the test split that are attacked. */
  readonly attackRows: number | null;
  readonly hidden: number;
  /** Dimension k of the representation. */
  readonly code: number;
  readonly batch: number;
  readonly epochs: number;
  readonly learningRate: number;
  /** Which epoch's weights are reported: the last one's, or those with the lowest validation error. */
  readonly weights: 'last' | 'validation';
  /** Networks of each method and β. */
  readonly seeds: number;
  /** β of each method; the first is 0, to which compression ratios refer. */
  readonly betas: { readonly [method in MethodId]: readonly number[] };
  readonly epsilons: readonly number[];
  readonly pgd: { readonly epsilon: number; readonly steps: number; readonly stepSize: number };
};

/** FGSM from 0 to 0.6 in steps of 0.05, as in the authors' script. */
const epsilons = Array.from({ length: 13 }, (_, i) => i / 20);

const pgd = { epsilon: 0.3, steps: 5, stepSize: 0.1 };

export const quick: SweepParameters = {
  datasets: ['california-housing'],
  trainRows: 512,
  testRows: 1024,
  attackRows: 1024,
  hidden: 32,
  code: 16,
  batch: 64,
  epochs: 40,
  learningRate: 1e-3,
  weights: 'last',
  seeds: 5,
  betas: {
    'cs-paper': [0, 0.03, 0.1, 0.3],
    'cs-symmetric': [0, 0.03, 0.1, 0.3],
    released: [0, 10, 30, 100],
    nib: [0, 0.03, 0.06, 0.1],
    'square-nib': [0, 0.01, 0.03, 0.1],
    'exp-nib': [0, 0.003, 0.01, 0.03],
    vib: [0, 0.003, 0.01, 0.03],
    hsic: [0, 3, 30, 100],
  },
  epsilons,
  pgd,
};

const full: SweepParameters = {
  ...quick,
  datasets: datasetIds,
  trainRows: null,
  testRows: null,
  attackRows: 2048,
  hidden: 128,
  code: 128,
  batch: 128,
  epochs: 10,
  seeds: 3,
  weights: 'validation',
  // Wider steps than in quick: an epoch has twelve times as many steps, and the code eight times the dimensions.
  betas: {
    'cs-paper': [0, 0.03, 0.1, 0.3, 1],
    'cs-symmetric': [0, 0.03, 0.1, 0.3, 1],
    released: [0, 10, 30, 100, 300],
    nib: [0, 0.003, 0.01, 0.03, 0.1],
    'square-nib': [0, 0.001, 0.003, 0.01, 0.1],
    'exp-nib': [0, 0.0001, 0.001, 0.01, 0.03],
    vib: [0, 1e-5, 1e-4, 1e-3, 1e-2],
    hsic: [0, 0.3, 1, 10, 100],
  },
};

/** How long a training step takes, relative to the shortest: as measured, so that workers are done at about the same time. */
const stepCosts: Readonly<Record<MethodId, number>> = {
  'cs-paper': 1.45,
  'cs-symmetric': 1.5,
  released: 1.4,
  nib: 1.15,
  'square-nib': 1.2,
  'exp-nib': 1.1,
  vib: 1,
  hsic: 1.1,
};

export const definition = defineExperiment({
  title: 'Compression against prediction and robustness',
  description:
    'Trains every method at several β on the same splits, weights and batches, and measures prediction, information and adversarial robustness.',
  tables: { plane: tables.plane, attack: tables.attack },
  profiles: { quick, full },
  scale: ({ datasets, trainRows, hidden, code, epochs, learningRate, betas, seeds }) => ({
    level: 'reduced',
    data: {
      here: `${datasets.length} tabular data ${datasets.length === 1 ? 'set' : 'sets'}, ${trainRows === null ? 'all' : `${count(trainRows)}`} training rows`,
      paper: 'six data sets, two of them of images',
    },
    model: {
      here: `two hidden layers of ${hidden}, a code of ${code}`,
      paper: '128 and 128, by the released script',
    },
    training: {
      here: `${epochs} epochs at rate ${learningRate}, ${betas['cs-paper'].length} β a method`,
      paper: '200 epochs at rate 0.0001, 10 β, by the released script',
    },
    repetitions: { here: `${seeds} seeds`, paper: 'one seed, by the released script' },
  }),
  seed: 1,
  compute: 'tensors',
  datasets: ({ datasets }) => datasets,
  parts: ({ datasets }) =>
    methodParts(datasets, methodIds, (dataset, method) => findDataset(dataset).rows * stepCosts[method]),
});
