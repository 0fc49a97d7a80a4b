import { range } from 'd3-array';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';
import { commonNetwork, type NetworkParameters, networkScale } from './network-parameters.js';

/** Parameters of networks that differ in their first weights. */
export type InitialisationParameters = NetworkParameters & {
  /** Standard deviations of the first weights of the hidden layers. */
  readonly deviations: readonly number[];
};

const quick: InitialisationParameters = {
  ...commonNetwork,
  deviations: [0.001, 0.01, 0.03, 0.1, 0.3],
  seeds: 3,
};

export const definition = defineExperiment({
  title: 'First weights',
  description: 'The same networks, started from hidden weights of several sizes.',
  tables: { initialisation: tables.initialisation },
  profiles: { quick, full: { ...quick, seeds: 10 } },
  scale: (params) => networkScale(params),
  seed: 1,
  compute: 'tensors',
  parts: ({ seeds }) => range(seeds).map((seed) => ({ id: `seed-${seed}`, of: { seed } })),
});
