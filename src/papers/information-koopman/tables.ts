import { float64, int32, oneOf, type RowOf, type TableSchemas, text } from '../../lib/experiment/column.js';

/** What a reader calls the dynamical systems. */
export const systemLabels = {
  vortex: 'vortex street',
  pendulum: 'pendulum',
  lorenz63: 'Lorenz 63',
  'van-der-pol': 'Van der Pol',
  duffing: 'Duffing',
} as const;

export type SystemId = keyof typeof systemLabels;
const systemIds = Object.keys(systemLabels) as SystemId[];

/** The variants of the method that every profile trains, in the order in which terms are added. */
export const basicVariants = ['kae', 'mi', 'vne', 'ours', 'flipped', 'beta0'] as const;

/** All that is trained; those that the full profile adds stand last. */
export const trainedVariants = [
  ...basicVariants,
  'ours-0.005',
  'ours-0.02',
  'kae-identity',
  'ours-identity',
] as const;

export type TrainedVariant = (typeof trainedVariants)[number];

const variant = oneOf(
  'kae: autoencoder alone; mi: with temporal coherence; vne: with the entropy; ours: with both; flipped: entropy with the sign of the released code; beta0: without structural consistency; dmd: linear fit of the states',
  [...trainedVariants, 'dmd'],
);
const seed = int32('number of the seed: first weights and batches');
const member = { system: oneOf('dynamical system', systemIds), variant, seed };

/** Names a row by its model. */
export type MemberName = RowOf<typeof member>;

const stepsAhead = int32('steps ahead');
const effectiveDimension = float64('effective dimension of the latents');
const error = float64('root-mean-square error over starts and coordinates, in standardised units');
const variance = float64('variance of the latents, summed over coordinates');
const scale = float64('vorticity that one step of the values is worth', 'U/D');

/** The tables that the runs of the systems fill. */
export const systemTables = {
  members: {
    description: 'One row a trained model, on the test trajectories',
    columns: {
      ...member,
      alpha: float64('multiplier of temporal coherence'),
      beta: float64('multiplier of structural consistency'),
      gamma: float64('multiplier of the entropy'),
      start: oneOf('where the operator begins: random or identity', ['random', 'identity']),
      d_eff: effectiveDimension,
      variance,
      residual: float64('mean (z K − z₊)², divided by the mean variance of a latent coordinate'),
      collapsed: int32('eigenvalues of the operator of modulus below ½'),
    },
  },
  training: {
    description: 'The latents on the way',
    columns: {
      ...member,
      step: int32('step of Adam'),
      d_eff: float64('effective dimension of the latents, test trajectories'),
      variance,
      contrast: float64('temporal contrast of the latents, first window of each test trajectory', 'nats'),
    },
  },
  spectrum: {
    description: 'Eigenvalues of the covariance of the latents, divided by its trace',
    columns: {
      ...member,
      k: int32('rank of the eigenvalue, from 1'),
      lambda: float64('share of the variance'),
    },
  },
  eigenvalues: {
    description: 'Eigenvalues of the operators',
    columns: { ...member, re: float64('real part'), im: float64('imaginary part') },
  },
  rollout: {
    description: 'Errors of predictions of many steps, never encoded again',
    columns: {
      ...member,
      h: stepsAhead,
      nrmse: error,
    },
  },
  latents: {
    description: 'Latents of test trajectories along their first three principal components',
    columns: {
      ...member,
      trajectory: int32('number of the test trajectory'),
      step: int32('sample of the trajectory'),
      pc1: float64('first principal component'),
      pc2: float64('second principal component'),
      pc3: float64('third principal component'),
      phase: float64(
        'angle of the pendulum; elsewhere, angle in the plane of the first two coordinates',
        'rad',
      ),
      level: float64('energy of the pendulum; elsewhere, distance from the origin of that plane'),
    },
  },
  film_modes: {
    description: 'Vorticity of the mean flow (0) and of its modes, with which predictions are drawn',
    columns: {
      mode: int32('number of the mode; 0 for the mean'),
      nx: int32('cells along the stream'),
      ny: int32('cells across it'),
      energy: float64('share of the energy of the training flows; of the mean, all modes'),
      scale,
      values: text('[ny, nx], signed 16-bit numbers, least byte first, in Base64'),
    },
  },
  film_frames: {
    description: 'Vorticity of the test flow as it was simulated',
    columns: { h: stepsAhead, scale, values: text('[ny, nx], signed 8-bit numbers in Base64') },
  },
  film_codes: {
    description: 'Predicted coefficients of the modes for the frames of the film',
    columns: {
      variant,
      seed,
      h: stepsAhead,
      mode: int32('number of the mode'),
      value: float64('coefficient, as the modes of the film are scaled'),
    },
  },
} satisfies TableSchemas;

/** The table of what is predicted at the paper's time step. */
export const coarseTables = {
  coarse_rollout: {
    description: 'Errors of predictions of Lorenz’s system at the paper’s time step, never encoded again',
    columns: {
      variant: oneOf('kae: autoencoder alone; ours: with coherence and the entropy', ['kae', 'ours']),
      seed,
      h: stepsAhead,
      nrmse: error,
    },
  },
} satisfies TableSchemas;

/** The tables of what can be computed exactly. */
export const theoryTables = {
  allocation: {
    description: 'The best share of variance of each mode, by the multiplier of the entropy',
    columns: {
      gamma: float64('multiplier γ of the entropy'),
      mode: int32('number of the mode, from 1'),
      gain: float64('gain of the mode'),
      p: float64('variance that it is given'),
      information: float64('information of all modes', 'nats'),
      d_eff: float64('effective dimension of the allocation'),
    },
  },
  order: {
    description: 'Information between states, and between what is seen of them, one step apart',
    columns: {
      system: int32('number of the random system'),
      n: int32('dimension of the state'),
      k: int32('dimension of the latent'),
      i_xx: float64('information between states, I(x; x₊)', 'nats'),
      i_zx: float64('of the latent about the next state, I(z; x₊)', 'nats'),
      i_zz: float64('between latents, I(z; z₊)', 'nats'),
    },
  },
} satisfies TableSchemas;

/** The tables of the paper, by name. */
export const tables = { ...theoryTables, ...systemTables, ...coarseTables };
