import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { theoryTables } from '../../src/papers/information-koopman/tables.js';

type TheoryParameters = {
  /** Gains of the modes, and the variance that is shared out among them. */
  readonly gains: readonly number[];
  readonly budget: number;
  /** Multipliers γ of the entropy. */
  readonly gammas: readonly number[];
  /** Random linear systems. */
  readonly systems: number;
};

const quick: TheoryParameters = {
  gains: [10, 2, 0.5, 0.1],
  budget: 1,
  gammas: [0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
  systems: 200,
};

export const definition = defineExperiment({
  title: 'What can be computed exactly',
  description:
    'How variance is shared out among modes where latent information is maximised, with and without the entropy; and the information that a step carries in random linear systems.',
  tables: theoryTables,
  profiles: { quick },
  scale: ({ gains, gammas, systems }) => ({
    level: 'exact',
    data: `shares of ${gains.length} modes for ${gammas.length} multipliers, ${systems} random linear systems`,
  }),
  seed: 1,
  compute: 'plain',
  parts: () => (['allocation', 'order'] as const).map((table) => ({ id: table, of: { table } })),
});
