import type { Schema } from '../../src/lib/experiment/column.js';

/** Which network a row is of. */
export const netColumns = {
  activation: { type: 'string', description: 'activation of the hidden layers' },
  l2: { type: 'float64', description: 'L2 penalty λ on the weights of the hidden layers' },
  split: {
    type: 'string',
    description:
      'random: 80 % of the patterns at random are trained on; counting: the first 80 % in counting order, as in the released code',
  },
  seed: { type: 'int32', description: 'number of the network' },
  layer: { type: 'int32', description: 'hidden layer, 1 nearest to the input' },
} satisfies Schema;

/** What an estimator reads off a layer at an epoch. */
export const readingColumns = {
  ...netColumns,
  epoch: { type: 'int32', description: 'epochs of training' },
  estimator: {
    type: 'string',
    description:
      'ebab: adaptive bins; akde: noise that follows the activity; fixed-bins: 30 edges for all epochs; fixed-kde: noise of variance 0.001',
  },
  i_xt: { type: 'float64', description: 'information about the input, I(X;T)', unit: 'bits' },
  i_ty: { type: 'float64', description: 'information about the label, I(T;Y)', unit: 'bits' },
  max_abs: { type: 'float64', description: 'largest absolute activation of the layer' },
} satisfies Schema;

/** A network's layer over the whole of its training, by adaptive bins. */
export const summaryColumns = {
  ...netColumns,
  drop: { type: 'float64', description: 'I(X;T) at its highest checkpoint less at the last', unit: 'bits' },
  rel_drop: { type: 'float64', description: 'the drop, as a share of the highest I(X;T)' },
  final_i: { type: 'float64', description: 'I(X;T) at the last checkpoint', unit: 'bits' },
  acc_train: { type: 'float64', description: 'accuracy on the training patterns at the end' },
  acc_test: { type: 'float64', description: 'accuracy on the other patterns at the end' },
  alive: {
    type: 'boolean',
    description: 'the last hidden layer is not constant at the end and the training accuracy is 0.8 or more',
  },
} satisfies Schema;
