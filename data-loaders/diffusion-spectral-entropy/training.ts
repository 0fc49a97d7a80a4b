import { range } from 'd3-array';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';
import { commonNetwork, type NetworkParameters, networkScale } from './network-parameters.js';

/** Parameters of networks that are read while they learn or memorise. */
export type TrainingParameters = NetworkParameters & {
  /** Clusters of the inputs, in the place of labels. */
  readonly clusters: number;
};

const quick: TrainingParameters = { ...commonNetwork, clusters: 10, seeds: 4 };

export const definition = defineExperiment({
  title: 'Representations during training',
  description:
    'Networks that learn ten classes, and networks that memorise permuted labels: entropy and information of their last hidden layer on validation rows.',
  tables: { training: tables.training },
  profiles: { quick, full: { ...quick, seeds: 10 } },
  scale: (params) => networkScale(params),
  seed: 1,
  compute: 'tensors',
  parts: ({ seeds }) => range(seeds).map((seed) => ({ id: `seed-${seed}`, of: { seed } })),
});
