import type { OperatorStart } from '../../src/lib/dynamics/koopman/autoencoder.js';

export type SystemId = 'vortex' | 'pendulum' | 'lorenz63' | 'van-der-pol' | 'duffing';

/** A variant of the method: its multipliers, and where its operator begins. */
export type VariantParameters = {
  readonly id: string;
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

export const quick: SystemsParameters = {
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
export const full: SystemsParameters = {
  ...quick,
  systems: ['vortex', 'pendulum', 'lorenz63', 'van-der-pol', 'duffing'],
  variants: [
    ...variants,
    ...[0.005, 0.02].map((gamma) => ({ ...variants[3], id: `ours-${gamma}`, gamma })),
    { ...variants[0], id: 'kae-identity', start: 'identity' },
    { ...variants[3], id: 'ours-identity', start: 'identity' },
  ],
  seeds: 5,
  steps: 3000,
  latentTrajectories: 8,
  latentEvery: 4,
  recorded: 60,
};
