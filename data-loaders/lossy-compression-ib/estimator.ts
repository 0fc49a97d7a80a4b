import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/lossy-compression-ib/tables.js';

export type EstimatorParameters = {
  /** Random maps on either side, and the sample that they move. */
  readonly maps: number;
  readonly mapped: number;
  /** Samples of normals of one information: how many, of how many points. */
  readonly repetitions: number;
  readonly samples: number;
  readonly information: number;
  /** Dimensions and numbers of neighbours of which the weights are shown. */
  readonly dimensions: readonly number[];
  readonly neighbours: readonly number[];
};

const quick: EstimatorParameters = {
  maps: 20,
  mapped: 500,
  repetitions: 20,
  samples: 1000,
  information: 3,
  dimensions: [2, 4, 5, 6, 8, 10],
  neighbours: [3, 5, 8, 12],
};

export const definition = defineExperiment({
  title: 'The estimator by itself',
  description:
    'Its invariance under affine maps, its scatter on normals of known information, and its weights.',
  tables: { invariance: tables.invariance, normals: tables.normals, weights: tables.weights },
  profiles: { quick },
  scale: ({ maps, mapped, repetitions, samples }) => ({
    level: 'stand-in',
    data: `normals of four and four dimensions: ${mapped.toLocaleString('en')} points for the maps, ${samples.toLocaleString('en')} for the scatter`,
    model: 'none: the estimator alone',
    training: 'none',
    repetitions: `${maps} pairs of maps, ${repetitions} samples`,
  }),
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'all' }],
});
