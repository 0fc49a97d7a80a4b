import type { ScalarActivationName } from '../../lib/learning/scalar-activation.js';

/**
 * The lowest edge of adaptive bins (`adaptiveEdges`) by activation: 0 where units are off at exactly 0, else a
 * number just below all values. Those of tanh, ELU, ReLU and softplus are the code's of I. Chelombiev, C. Houghton
 * and C. O'Donnell (2019); swish, whose minimum is −0.278465, they did not measure.
 */
export const activationFloors: Readonly<Record<ScalarActivationName, number>> = {
  tanh: -1.000001,
  relu: 0,
  elu: -1.000001,
  softplus: 0,
  swish: -0.2785,
};
