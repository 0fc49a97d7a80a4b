import { series } from '../series.js';

/** Activations, in the order of every figure. */
export const activations = series({
  tanh: 'tanh',
  relu: 'ReLU',
  softplus: 'softplus',
  swish: 'swish',
  elu: 'ELU',
});

export const estimators = series({
  ebab: 'adaptive bins (EBAB)',
  akde: 'adaptive noise (aKDE)',
  'fixed-bins': 'fixed bins',
  'fixed-kde': 'fixed noise',
});
