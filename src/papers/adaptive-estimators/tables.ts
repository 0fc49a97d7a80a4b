import {
  flag,
  float64,
  int32,
  oneOf,
  orNull,
  type RowOf,
  type TableSchemas,
} from '../../lib/experiment/column.js';

const seed = int32('number of the network');
const layer = int32('hidden layer, 1 nearest to the input');

/** The rulers: two that follow a layer's activity, and the two that they are compared with. */
export const estimators = ['ebab', 'akde', 'fixed-bins', 'fixed-kde'] as const;

export type Estimator = (typeof estimators)[number];

/** Strictly increasing maps of a layer that keep zero: 10 h, 100 h and h³. */
export const layerMaps = ['times-10', 'times-100', 'cube'] as const;

/** Which network a row is of. */
const net = {
  activation: oneOf('activation of the hidden layers', ['tanh', 'relu', 'softplus', 'swish', 'elu']),
  l2: float64('L2 penalty λ on the weights of the hidden layers'),
  split: oneOf(
    'random: 80 % of the patterns at random are trained on; counting: the first 80 % in counting order, as in the released code',
    ['random', 'counting'],
  ),
  seed,
  layer,
};

/** What an estimator reads off a layer at an epoch. */
const reading = {
  ...net,
  epoch: int32('epochs of training'),
  estimator: oneOf(
    'ebab: adaptive bins; akde: noise that follows the activity; fixed-bins: 30 edges for all epochs; fixed-kde: noise of variance 0.001',
    estimators,
  ),
  i_xt: float64('information about the input, I(X;T)', 'bits'),
  i_ty: float64('information about the label, I(T;Y)', 'bits'),
  max_abs: float64('largest absolute activation of the layer'),
};

/** A network's layer over the whole of its training, by adaptive bins. */
const summary = {
  ...net,
  drop: float64('I(X;T) at its highest checkpoint less at the last', 'bits'),
  rel_drop: orNull(float64('the drop, as a share of the highest I(X;T)')),
  final_i: float64('I(X;T) at the last checkpoint', 'bits'),
  acc_train: float64('accuracy on the training patterns at the end'),
  acc_test: float64('accuracy on the other patterns at the end'),
  alive: flag('the last hidden layer is not constant at the end and the training accuracy is 0.8 or more'),
};

/** The tables of the paper, by name. */
export const tables = {
  plane: { description: 'Every layer at every checkpoint', columns: reading },
  runs: { description: 'How far the information of every layer falls', columns: summary },
  rulers: { description: 'Every layer by every estimator', columns: reading },
  invariance: {
    description: 'How each estimate changes under each map',
    columns: {
      seed,
      layer,
      estimator: oneOf('as in the table rulers', estimators),
      map: oneOf('what is done to every activation h: 10 h, 100 h or h³', layerMaps),
      i_xt: float64('I(X;T) of the layer as it is', 'bits'),
      change: float64('absolute change of I(X;T) or of I(T;Y), whichever is larger', 'bits'),
    },
  },
  initialisations: {
    description: 'How far the information of every layer falls',
    columns: summary,
  },
} satisfies TableSchemas;

/** A layer at an epoch by one estimator. */
export type ReadingRow = RowOf<typeof reading>;

/** A layer over the whole of a network's training. */
export type RunRow = RowOf<typeof summary>;
