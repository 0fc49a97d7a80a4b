import { flag, float64, int32, oneOf, orNull, type TableSchemas, text } from '../../lib/experiment/column.js';

/** Sizes of the network and protocols; the first one decides the claims. */
export const studyIds = ['base', 'longer', 'wider'] as const;

export type StudyId = (typeof studyIds)[number];

export const studyLabels: Readonly<Record<StudyId, string>> = {
  base: 'base: 500 steps of training, width 48',
  longer: 'longer: 800 steps of training',
  wider: 'wider: width 96',
};

/** What is tuned: KappaTune (`low`) and its rivals, whose gains fix the target; and the same within a type of tensor. */
export const armGroups = {
  main: ['low', 'high', 'rand', 'all', 'lora2'],
  types: ['a-low', 'a-high', 'b-low', 'b-high'],
} as const;

export type ArmGroup = keyof typeof armGroups;

export type Arm = (typeof armGroups)[ArmGroup][number];

/** A: into a block's hidden layer; B: out of it. */
export const tensorTypes = ['A', 'B'] as const;

const nats = (description: string) => float64(description, 'nats');
const study = oneOf('study: size of the network and protocol', studyIds);
const seed = int32('number of the seed: sources, weights, batches');
const arm = oneOf('what is tuned', [...armGroups.main, ...armGroups.types]);
const condition = float64('condition number');

/** The tables of the paper, by name. */
export const tables = {
  tensors: {
    description: 'One row a tensor that may be tuned, before and after the training on the old source',
    columns: {
      study,
      seed,
      tensor: text('tensor, type and layer'),
      type: oneOf('A: into a block’s hidden layer; B: out of it', tensorTypes),
      layer: int32('block, from 0'),
      phase: oneOf('init or trained', ['init', 'trained']),
      kappa: orNull(condition),
      selected: flag('whether the arm low tunes it'),
    },
  },
  curves: {
    description: 'One row an arm at a step of its adaptation to the new source',
    columns: {
      study,
      seed,
      arm,
      step: int32('steps of adaptation'),
      b_loss: nats('loss on training data of the new source'),
      b_test: nats('loss on other data of the new source'),
      a_loss: nats('loss on data of the old source'),
      forget: nats('rise of a_loss since step 0'),
      trainable: int32('numbers that are tuned'),
    },
  },
  matched: {
    description: 'One row an arm where its loss on the new source first falls to the study’s target',
    columns: {
      study,
      seed,
      arm,
      target: nats('loss on training data of the new source'),
      step: orNull(float64('steps it took; none where it never came there')),
      forget: orNull(nats('rise of the loss on the old source')),
      b_test: orNull(nats('loss on other data of the new source')),
    },
  },
  spectra: {
    description: 'One row a set of singular values: random, or the one that should attain the bound',
    columns: {
      kind: oneOf('random, or optimum: the spectrum that attains the bound', ['random', 'optimum']),
      n: int32('units and inputs'),
      c: float64('squared norm, the sum of the squared singular values'),
      kappa: condition,
      entropy: nats('entropy of the output for standard normal inputs'),
      bound: nats('largest entropy at this norm and condition number'),
      largest: nats('largest entropy at this norm'),
      mid: orNull(
        float64(
          'geometric mean of the squared singular values between the extremes, over c/n: 1 at the optimum; none for two units',
        ),
      ),
    },
  },
  scaling: {
    description: 'One row a random matrix and a factor it is multiplied by',
    columns: {
      n: int32('rows and columns'),
      matrix: int32('number of the matrix'),
      factor: float64('by what it is multiplied'),
      kappa: float64('condition number of the matrix'),
      kappa_error: float64('relative change of the condition number'),
      entropy_shift: nats('change of the entropy'),
      shift_error: nats('its distance from n ln factor'),
    },
  },
  nonlinearity: {
    description: 'One row a standard deviation of the number that tanh is applied to',
    columns: {
      sigma: float64('standard deviation before tanh'),
      h_linear: nats('entropy before tanh'),
      h_tanh: nats('entropy after tanh, by Simpson’s rule'),
      h_quadrature: nats('the same by Gauss–Hermite quadrature'),
    },
  },
  orderings: {
    description: 'One row a spectrum of three units, all of the same norm',
    columns: {
      spectrum: text('ratios of the singular values'),
      kappa: condition,
      entropy: nats('entropy at squared norm 3'),
      information: nats('information about the input through normal noise of variance 0.1'),
    },
  },
  matrices: {
    description: 'One row an untrained matrix of independent normal numbers',
    columns: {
      rows: int32('rows'),
      columns: int32('columns'),
      draw: int32('number of the draw'),
      kappa: orNull(condition),
      limit: orNull(float64('Marchenko–Pastur limit for large matrices of this shape; none for square ones')),
    },
  },
} satisfies TableSchemas;
