import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count } from '../../src/lib/text/number.js';
import { coarseTables } from '../../src/papers/information-koopman/tables.js';
import { definition as systems, type SystemsParameters, type VariantParameters } from './systems.js';

/** The system of Table 2 that can be simulated exactly, at the table's time step. */
export type CoarseParameters = Pick<
  SystemsParameters,
  | 'seeds'
  | 'hidden'
  | 'latent'
  | 'learningRate'
  | 'batch'
  | 'span'
  | 'steps'
  | 'samples'
  | 'trainTrajectories'
  | 'testTrajectories'
  | 'horizon'
  | 'starts'
> & {
  readonly variants: readonly (VariantParameters & { readonly id: 'kae' | 'ours' })[];
};

const { variants, ...ofSystems } = systems.profiles.quick;
const { batch, span, samples, trainTrajectories, testTrajectories, horizon, starts } = ofSystems;

const quick: CoarseParameters = {
  ...{ batch, span, samples, trainTrajectories, testTrajectories, horizon, starts },
  variants: (['kae', 'ours'] as const).map((id) => ({ ...variants.find((one) => one.id === id)!, id })),
  seeds: 5,
  hidden: [32, 32],
  latent: 16,
  learningRate: 3e-3,
  steps: 600,
};

/** Layers four times as wide, twice the features and twenty times the steps. */
const full: CoarseParameters = {
  ...quick,
  hidden: [128, 128],
  latent: 32,
  learningRate: 1e-3,
  steps: 12_000,
};

export const definition = defineExperiment({
  title: 'Lorenz’s system at the paper’s time step',
  description:
    'Koopman autoencoders with and without the terms of the information-theoretic Lagrangian, trained on Lorenz’s system sampled every 0.1, and their errors up to 50 steps ahead.',
  tables: coarseTables,
  profiles: { quick, full },
  scale: ({ seeds, hidden, latent, steps, trainTrajectories: trajectories }) => ({
    level: 'reduced',
    data: {
      here: `${trajectories} trajectories at a step of 0.1`,
      paper: 'a step of 0.1; how many is not known here',
    },
    model: {
      here: `hidden layers of ${hidden.join(' and ')}, ${latent} features`,
      paper: 'not known here',
    },
    training: { here: `${count(steps)} steps`, paper: 'not known here' },
    repetitions: `${seeds} seeds`,
  }),
  seed: 1,
  compute: 'tensors',
  parts: () => [{ id: 'all' }],
});
