import {
  flag,
  float64,
  int32,
  oneOf,
  orNull,
  type RowOf,
  type RowsOf,
  type TableSchemas,
} from '../../lib/experiment/column.js';
import { adaptationStates } from './adaptation.js';

/** Networks that are compared. */
export const networkIds = ['mixed', 'none', 'inhibition', 'excitation', 'loop'] as const;

export type NetworkId = (typeof networkIds)[number];

const network = oneOf(
  'recurrence: mixed, none, inhibition alone, excitation alone; loop: mixed, with gains inside the loop',
  networkIds,
);
const probability = float64('probability of the adapter');
const neuron = int32('number of the neuron');
const adapterGain = float64('gain of the neuron at the adapter');
const orthogonalGain = float64('gain of the neuron orthogonal to it');
const excitation = float64('weight of recurrent excitation w_E');
const inhibition = float64('weight of recurrent inhibition w_I');
const excitationWidth = float64('concentration of recurrent excitation κ_E: large is narrow');
const price = float64('price of activity α');
const homeostasis = float64('homeostasis γ');
const controlGainsLoss = float64('objective at the gains that are best for the unbiased ensemble');
const lossAtOne = float64('objective at gain 1');

/** What adaptation does to a network. */
const effectsOfNetwork = {
  repulsion: float64('mean shift of flanking neurons away from the adapter', '°'),
  max_ratio_adapter: float64('largest response over control, neuron at the adapter'),
  max_ratio_ortho: float64('largest response over control, neuron orthogonal to it'),
  min_change_adapter: float64('least response minus control, neuron at the adapter'),
  correlation_frozen: float64('mean absolute correlation, gains as before'),
  correlation_adaptive: float64('mean absolute correlation, adapted gains'),
  variation_frozen: float64('variation of mean responses, gains as before'),
  variation_adaptive: float64('variation of mean responses, adapted gains'),
  shared_frozen: float64('norm of the covariance off its diagonal, gains as before'),
  shared_adaptive: float64('norm of the covariance off its diagonal, adapted gains'),
  g0: float64('gain under control, the same for all neurons'),
  g_adapter: float64('adapted gain of the neuron at the adapter'),
  g_ortho: float64('adapted gain of the neuron orthogonal to it'),
  least_gain: float64('least adapted gain'),
};

export type EffectsOfNetwork = RowOf<typeof effectsOfNetwork>;

/** The tables of the paper, by name. */
export const tables = {
  tuning: {
    description: 'Tuning curves at one probability of the adapter',
    columns: {
      network,
      context: oneOf('gains for the unbiased ensemble (control) or the biased (adapted)', [
        'control',
        'adapted',
      ]),
      neuron,
      theta: float64('preferred orientation of its input', '°'),
      s: int32('orientation of the stimulus', '°'),
      r: float64('response'),
    },
  },
  effects: {
    description: 'One row a neuron: its gains, and what the change of gains does to it',
    columns: {
      network,
      p_adapter: probability,
      neuron,
      d_theta: float64('preferred orientation of its input, relative to the adapter', '°'),
      g0: float64('gain, control'),
      g1: float64('gain, adapted'),
      max_ratio: float64('largest response, adapted over control'),
      min_change: float64('least response, adapted minus control'),
      shift: float64('change of the preferred orientation', '°'),
      mean_control: float64('mean response, unbiased ensemble'),
      mean_frozen: float64('mean response, biased ensemble, gains as before'),
      mean_adaptive: float64('mean response, biased ensemble, adapted gains'),
    },
  },
  covariance: {
    description: 'Covariances of the responses of the mixed network at one probability of the adapter',
    columns: {
      state: oneOf('control, frozen gains, or adaptive', adaptationStates),
      theta_i: float64('preference of one neuron', '°'),
      theta_j: float64('preference of another', '°'),
      cov: float64('covariance over stimuli'),
      corr: float64('correlation over stimuli'),
    },
  },
  states: {
    description:
      'The population under each ensemble and set of gains; whitened: by any rewiring, for comparison',
    columns: {
      network,
      p_adapter: probability,
      state: oneOf('control, frozen gains, adaptive, or whitened', [...adaptationStates, 'whitened']),
      variation: orNull(float64('coefficient of variation of mean responses over neurons')),
      correlation: float64('mean absolute correlation of two neurons'),
      shared_norm: float64('norm of the covariance off its diagonal'),
      reconstruction: orNull(float64('mean squared error of the representation')),
      activity: orNull(float64('mean squared activity')),
    },
  },
  optimum: {
    description: 'The objective at the best gains and beside them',
    columns: {
      network,
      p_adapter: probability,
      gradient: float64('norm of the gradient by finite differences, at the best gains'),
      gradient_at_one: float64('the same at gain 1'),
      loss: float64('objective at the best gains'),
      loss_control_gains: controlGainsLoss,
      loss_at_one: lossAtOne,
      least_gain: float64('least of the best gains'),
    },
  },
  tradeoff: {
    description: 'One row a price of activity',
    columns: {
      alpha: price,
      recon: float64('mean squared error of the representation'),
      activity: float64('mean squared activity'),
      recon_common: float64('mean squared error with one gain for all neurons, at the same activity'),
      loss: float64('objective'),
      loss_control_gains: controlGainsLoss,
      loss_at_one: lossAtOne,
      g_adapter: adapterGain,
      g_ortho: orthogonalGain,
    },
  },
  grid: {
    description: 'One row a network and objective',
    columns: {
      excitation,
      inhibition,
      excitation_width: excitationWidth,
      alpha: price,
      gamma: homeostasis,
      ...effectsOfNetwork,
    },
  },
  networks: {
    description: 'One row a network and objective drawn at random around those of the other tables',
    columns: {
      network: int32('number of the network'),
      tuning: float64('concentration of the feedforward tuning κ_f'),
      baseline: float64('baseline of the feedforward tuning b'),
      excitation,
      inhibition,
      excitation_width: excitationWidth,
      inhibition_width: float64('concentration of recurrent inhibition κ_I: large is narrow'),
      alpha: price,
      gamma: homeostasis,
      ...effectsOfNetwork,
    },
  },
  online: {
    description: 'The gains of a sequence of stimuli, every so often',
    columns: {
      seed: int32('number of the sequence'),
      step: int32('stimuli shown so far'),
      biased: flag('whether the ensemble is biased'),
      distance: float64('largest distance of a gain from the closed form for the ensemble shown'),
      g_adapter: adapterGain,
      g_ortho: orthogonalGain,
      best_adapter: float64('closed form, neuron at the adapter'),
      best_ortho: float64('closed form, neuron orthogonal to it'),
    },
  },
} satisfies TableSchemas;

/** The rows of the tables, by their names. */
export type Rows = RowsOf<typeof tables>;

/** What adaptation does to a neuron. */
export type EffectRow = Rows['effects'][number];

/** A point of a tuning curve. */
export type TuningRow = Rows['tuning'][number];

/** A pair of neurons in a state. */
export type CovarianceRow = Rows['covariance'][number];

/** A network drawn at random, and an objective. */
export type NetworkRow = Rows['networks'][number];

/** A network of the grid, and an objective. */
export type GridRow = Rows['grid'][number];
