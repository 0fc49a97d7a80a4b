import type { Schema } from '../../src/lib/experiment/column.js';

const system = { type: 'string', description: 'dynamical system' } as const;
const variant = {
  type: 'string',
  description:
    'kae: autoencoder alone; mi: with temporal coherence; vne: with the entropy; ours: with both; flipped: entropy with the sign of the released code; beta0: without structural consistency; dmd: linear fit of the states',
} as const;
const seed = { type: 'int32', description: 'number of the seed: first weights and batches' } as const;
const member = { system, variant, seed } as const;

/** The tables that the runs of the systems fill. */
export const tables = {
  members: {
    description: 'One row a trained model, on the test trajectories',
    columns: {
      ...member,
      alpha: { type: 'float64', description: 'multiplier of temporal coherence' },
      beta: { type: 'float64', description: 'multiplier of structural consistency' },
      gamma: { type: 'float64', description: 'multiplier of the entropy' },
      start: { type: 'string', description: 'where the operator begins: random or identity' },
      d_eff: { type: 'float64', description: 'effective dimension of the latents' },
      variance: { type: 'float64', description: 'variance of the latents, summed over coordinates' },
      residual: {
        type: 'float64',
        description: 'mean (z K − z₊)², divided by the mean variance of a latent coordinate',
      },
      collapsed: { type: 'int32', description: 'eigenvalues of the operator of modulus below ½' },
    },
  },
  training: {
    description: 'The latents on the way',
    columns: {
      ...member,
      step: { type: 'int32', description: 'step of Adam' },
      d_eff: { type: 'float64', description: 'effective dimension of the latents, test trajectories' },
      variance: { type: 'float64', description: 'variance of the latents, summed over coordinates' },
      contrast: {
        type: 'float64',
        unit: 'nats',
        description: 'temporal contrast of the latents, first window of each test trajectory',
      },
    },
  },
  spectrum: {
    description: 'Eigenvalues of the covariance of the latents, divided by its trace',
    columns: {
      ...member,
      k: { type: 'int32', description: 'rank of the eigenvalue, from 1' },
      lambda: { type: 'float64', description: 'share of the variance' },
    },
  },
  eigenvalues: {
    description: 'Eigenvalues of the operators',
    columns: {
      ...member,
      re: { type: 'float64', description: 'real part' },
      im: { type: 'float64', description: 'imaginary part' },
    },
  },
  rollout: {
    description: 'Errors of predictions of many steps, never encoded again',
    columns: {
      ...member,
      h: { type: 'int32', description: 'steps ahead' },
      nrmse: {
        type: 'float64',
        description: 'root-mean-square error over starts and coordinates, in standardised units',
      },
    },
  },
  latents: {
    description: 'Latents of test trajectories along their first three principal components',
    columns: {
      ...member,
      trajectory: { type: 'int32', description: 'number of the test trajectory' },
      step: { type: 'int32', description: 'sample of the trajectory' },
      pc1: { type: 'float64', description: 'first principal component' },
      pc2: { type: 'float64', description: 'second principal component' },
      pc3: { type: 'float64', description: 'third principal component' },
      phase: {
        type: 'float64',
        unit: 'rad',
        description: 'angle of the pendulum; elsewhere, angle in the plane of the first two coordinates',
      },
      level: {
        type: 'float64',
        description: 'energy of the pendulum; elsewhere, distance from the origin of that plane',
      },
    },
  },
  film_modes: {
    description: 'Vorticity of the mean flow (0) and of its modes, with which predictions are drawn',
    columns: {
      mode: { type: 'int32', description: 'number of the mode; 0 for the mean' },
      nx: { type: 'int32', description: 'cells along the stream' },
      ny: { type: 'int32', description: 'cells across it' },
      energy: {
        type: 'float64',
        description: 'share of the energy of the training flows; of the mean, all modes',
      },
      scale: { type: 'float64', unit: 'U/D', description: 'vorticity that one step of the values is worth' },
      values: { type: 'string', description: '[ny, nx], signed 16-bit numbers, least byte first, in Base64' },
    },
  },
  film_frames: {
    description: 'Vorticity of the test flow as it was simulated',
    columns: {
      h: { type: 'int32', description: 'steps ahead' },
      scale: { type: 'float64', unit: 'U/D', description: 'vorticity that one step of the values is worth' },
      values: { type: 'string', description: '[ny, nx], signed 8-bit numbers in Base64' },
    },
  },
  film_codes: {
    description: 'Predicted coefficients of the modes for the frames of the film',
    columns: {
      variant,
      seed,
      h: { type: 'int32', description: 'steps ahead' },
      mode: { type: 'int32', description: 'number of the mode' },
      value: { type: 'float64', description: 'coefficient, as the modes of the film are scaled' },
    },
  },
} as const satisfies Readonly<Record<string, { description: string; columns: Schema }>>;
