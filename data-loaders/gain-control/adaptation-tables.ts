import type { Definition } from '../../src/lib/experiment/experiment.js';

const network = {
  type: 'string',
  description:
    'recurrence: mixed, none, inhibition alone, excitation alone; loop: mixed, with gains inside the loop',
} as const;
const probability = { type: 'float64', description: 'probability of the adapter' } as const;
const degrees = (description: string) => ({ type: 'float64', unit: '°', description }) as const;
const number = (description: string) => ({ type: 'float64', description }) as const;

/** Tables of the experiment `adaptation`. */
export const tables = {
  tuning: {
    description: 'Tuning curves at one probability of the adapter',
    columns: {
      network,
      context: {
        type: 'string',
        description: 'gains for the unbiased ensemble (control) or the biased (adapted)',
      },
      neuron: { type: 'int32', description: 'number of the neuron' },
      theta: degrees('preferred orientation of its input'),
      s: { type: 'int32', unit: '°', description: 'orientation of the stimulus' },
      r: number('response'),
    },
  },
  effects: {
    description: 'One row a neuron: its gains, and what the change of gains does to it',
    columns: {
      network,
      p_adapter: probability,
      neuron: { type: 'int32', description: 'number of the neuron' },
      d_theta: degrees('preferred orientation of its input, relative to the adapter'),
      g0: number('gain, control'),
      g1: number('gain, adapted'),
      max_ratio: number('largest response, adapted over control'),
      min_change: number('least response, adapted minus control'),
      shift: degrees('change of the preferred orientation'),
      mean_control: number('mean response, unbiased ensemble'),
      mean_frozen: number('mean response, biased ensemble, gains as before'),
      mean_adaptive: number('mean response, biased ensemble, adapted gains'),
    },
  },
  covariance: {
    description: 'Covariances of the responses of the mixed network at one probability of the adapter',
    columns: {
      state: { type: 'string', description: 'control, frozen gains, or adaptive' },
      theta_i: degrees('preference of one neuron'),
      theta_j: degrees('preference of another'),
      cov: number('covariance over stimuli'),
      corr: number('correlation over stimuli'),
    },
  },
  states: {
    description:
      'The population under each ensemble and set of gains; whitened: by any rewiring, for comparison',
    columns: {
      network,
      p_adapter: probability,
      state: { type: 'string', description: 'control, frozen gains, adaptive, or whitened' },
      variation: number('coefficient of variation of mean responses over neurons'),
      correlation: number('mean absolute correlation of two neurons'),
      shared_norm: number('norm of the covariance off its diagonal'),
      reconstruction: number('mean squared error of the representation'),
      activity: number('mean squared activity'),
    },
  },
  optimum: {
    description: 'The objective at the best gains and beside them',
    columns: {
      network,
      p_adapter: probability,
      gradient: number('norm of the gradient by finite differences, at the best gains'),
      gradient_at_one: number('the same at gain 1'),
      loss: number('objective at the best gains'),
      loss_control_gains: number('objective at the gains that are best for the unbiased ensemble'),
      loss_at_one: number('objective at gain 1'),
      least_gain: number('least of the best gains'),
    },
  },
} as const satisfies Definition['tables'];
