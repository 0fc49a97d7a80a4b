import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import type { OperatorStart } from '../../src/papers/information-koopman/autoencoder.js';
import {
  type SystemId,
  systemLabels,
  systemTables,
  type TrainedVariant,
} from '../../src/papers/information-koopman/tables.js';

/** A variant of the method: its multipliers, and where its operator begins. */
export type VariantParameters = {
  readonly id: TrainedVariant;
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly start: OperatorStart;
};

export type FlowParameters = {
  readonly trainReynolds: readonly number[];
  readonly testReynolds: number;
  readonly steps: number;
  /** Step from which on, and steps between which, snapshots are kept. */
  readonly from: number;
  readonly every: number;
  /** Modes of the proper orthogonal decomposition. */
  readonly modes: number;
  /** First snapshots of the windows. */
  readonly trainStarts: readonly number[];
  readonly testStarts: readonly number[];
  /** Steps between two frames of the film. */
  readonly frameEvery: number;
};

export type SystemsParameters = {
  readonly systems: readonly SystemId[];
  readonly variants: readonly VariantParameters[];
  readonly seeds: number;
  readonly hidden: readonly number[];
  readonly latent: number;
  readonly learningRate: number;
  readonly batch: number;
  /** Steps in a training window. */
  readonly span: number;
  readonly steps: number;
  /** How often at most the effective dimension is recorded on the way. */
  readonly recorded: number;
  /** Samples of a trajectory. */
  readonly samples: number;
  readonly trainTrajectories: number;
  readonly testTrajectories: number;
  /** Steps that are predicted, and samples of each test trajectory from which on. */
  readonly horizon: number;
  readonly starts: readonly number[];
  /** Seeds and test trajectories of which latents are kept, and samples between two that are. */
  readonly latentSeeds: number;
  readonly latentTrajectories: number;
  readonly latentEvery: number;
  readonly flow: FlowParameters;
};

const variants: readonly VariantParameters[] = [
  { id: 'kae', alpha: 0, beta: 1, gamma: 0, start: 'random' },
  { id: 'mi', alpha: 0.1, beta: 1, gamma: 0, start: 'random' },
  { id: 'vne', alpha: 0, beta: 1, gamma: 0.05, start: 'random' },
  { id: 'ours', alpha: 0.1, beta: 1, gamma: 0.05, start: 'random' },
  { id: 'flipped', alpha: 0.1, beta: 1, gamma: -0.05, start: 'random' },
  { id: 'beta0', alpha: 0.1, beta: 0, gamma: 0.05, start: 'random' },
];

const quick: SystemsParameters = {
  systems: ['vortex', 'pendulum'],
  variants,
  seeds: 3,
  hidden: [32, 32],
  latent: 16,
  learningRate: 3e-3,
  batch: 8,
  span: 16,
  steps: 400,
  recorded: 40,
  samples: 101,
  trainTrajectories: 64,
  testTrajectories: 32,
  horizon: 50,
  starts: [0, 10, 20, 30, 40],
  latentSeeds: 3,
  latentTrajectories: 12,
  latentEvery: 3,
  flow: {
    trainReynolds: [60, 80, 120, 140],
    testReynolds: 100,
    steps: 8000,
    from: 2000,
    every: 25,
    modes: 12,
    trainStarts: [0, 46, 92, 139],
    testStarts: [0, 35, 70, 105, 139],
    frameEvery: 2,
  },
};

/** Five systems and seeds, seven times the steps and more, other multipliers of the entropy, and operators that begin as the identity. */
const full: SystemsParameters = {
  ...quick,
  systems: ['vortex', 'pendulum', 'lorenz63', 'van-der-pol', 'duffing'],
  variants: [
    ...variants,
    ...([0.005, 0.02] as const).map((gamma) => ({ ...variants[3], id: `ours-${gamma}` as const, gamma })),
    { ...variants[0], id: 'kae-identity', start: 'identity' },
    { ...variants[3], id: 'ours-identity', start: 'identity' },
  ],
  seeds: 5,
  steps: 3000,
  latentTrajectories: 8,
  latentEvery: 4,
  recorded: 60,
};

export const definition = defineExperiment({
  title: 'Koopman autoencoders',
  description:
    'Autoencoders whose latents obey one matrix, trained with and without the terms of the information-theoretic Lagrangian, on the wake of a cylinder and on systems of ordinary differential equations.',
  tables: systemTables,
  profiles: { quick, full },
  scale({ systems, variants, seeds, hidden, latent, steps, flow }) {
    const { alpha, gamma } = variants.find(({ id }) => id === 'ours')!;
    const layers = hidden.join(' and ');
    return {
      level: 'stand-in',
      data: {
        here: `${systems.map((id) => systemLabels[id]).join(', ')}; the street as ${flow.modes} modes`,
        paper: 'Lorenz 63, flows as images of 64 × 64, weather, control, robots',
      },
      model: {
        here: `hidden layers of ${layers}, ${latent} features`,
        paper: 'convolutional network, 512 features (flows)',
      },
      training: {
        here: `${steps} steps, α = ${alpha}, γ = ${gamma}`,
        paper: 'up to 300 epochs, α = 2, γ = 0.1 (released code, flows)',
      },
      repetitions: `${seeds} seeds`,
    };
  },
  seed: 1,
  compute: 'tensors',
  parts: ({ systems }) =>
    systems.map((system) => ({ id: system, cost: system === 'vortex' ? 2 : 1, of: { system } })),
});
