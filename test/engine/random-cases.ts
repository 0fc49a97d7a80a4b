import * as tf from '@tensorflow/tfjs-core';
import { random } from '../../src/lib/statistics/random.js';

/** An operation on random inputs of random shapes. */
export type RandomCase = (draw: Draw) => tf.Tensor;

/** Draws what a case needs. */
export interface Draw {
  /** A whole number from low to high. */
  whole(low: number, high: number): number;
  /** So many sizes, each from one to the largest. */
  shape(rank: number, largest?: number): number[];
  /** Standard normal values. */
  normal(shape: readonly number[]): tf.Tensor;
  pick<T>(values: readonly T[]): T;
  /** The numbers below a count in a random order. */
  order(count: number): number[];
}

/** What the numbered example of a case is drawn from: the same on every backend. */
export function drawFrom(name: string, number: number): Draw {
  const stream = random(number, 'case', name);
  const whole = (low: number, high: number) => low + Math.floor(stream.uniform() * (high - low + 1));
  return {
    whole,
    shape: (rank, largest = 5) => Array.from({ length: rank }, () => whole(1, largest)),
    normal: (shape) =>
      tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, stream.normal), [...shape]),
    pick: (values) => values[whole(0, values.length - 1)],
    order: (count) => Array.from(stream.shuffle(count)),
  };
}

const someAxes = ({ whole }: Draw, rank: number) => {
  const axes = Array.from({ length: rank }, (_, axis) => axis).filter(() => whole(0, 1) === 1);
  return axes.length > 0 ? axes : [whole(0, rank - 1)];
};

/** A shape that broadcasts against another: some sizes are one, and leading axes may be missing. */
const partnerOf = ({ whole }: Draw, shape: readonly number[]) =>
  shape.map((size) => (whole(0, 2) === 0 ? 1 : size)).slice(whole(0, 2) === 0 ? whole(0, shape.length) : 0);

const binary =
  (operation: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor): RandomCase =>
  (draw) => {
    const shape = draw.shape(draw.whole(1, 5));
    const [a, b] = [draw.normal(shape), draw.normal(partnerOf(draw, shape))];
    return draw.whole(0, 1) ? operation(a, b) : operation(b, a);
  };

const unary =
  (operation: (x: tf.Tensor) => tf.Tensor): RandomCase =>
  (draw) =>
    operation(draw.normal(draw.shape(draw.whole(1, 5), 7)));

const reduction =
  (operation: (x: tf.Tensor, axes: number[], keep: boolean) => tf.Tensor): RandomCase =>
  (draw) => {
    const rank = draw.whole(1, 5);
    const x = draw.normal(draw.shape(rank, draw.pick([5, 17])));
    return operation(x, someAxes(draw, rank), draw.whole(0, 1) === 1);
  };

const positive = (x: tf.Tensor) => tf.add(tf.square(x), 0.1);

const images = (draw: Draw) => {
  const [n, height, width, channels] = [
    draw.whole(1, 3),
    draw.whole(4, 9),
    draw.whole(4, 9),
    draw.whole(1, 6),
  ];
  return draw.normal([n, height, width, channels]) as tf.Tensor4D;
};

const convolution = (draw: Draw) => {
  const x = images(draw);
  const filter = draw.normal([
    draw.whole(1, 3),
    draw.whole(1, 3),
    x.shape[3],
    draw.whole(1, 9),
  ]) as tf.Tensor4D;
  const strides: [number, number] = [draw.whole(1, 2), draw.whole(1, 2)];
  return { x, filter, strides, pad: draw.pick(['same', 'valid'] as const) };
};

/** The derivative of a weighted sum of the output, as a training step takes it. */
const derivative = (draw: Draw, operation: (x: tf.Tensor) => tf.Tensor, x: tf.Tensor) => {
  const weights = draw.normal(tf.tidy(() => operation(x)).shape);
  return tf.grad((input) => tf.sum(tf.mul(operation(input), weights)))(x);
};

const pad: RandomCase = (draw) => {
  const rank = draw.whole(1, 6);
  const paddings = Array.from({ length: rank }, (): [number, number] => [draw.whole(0, 2), draw.whole(0, 2)]);
  const sparse = paddings.map((padding): [number, number] => (draw.whole(0, 1) ? padding : [0, 0]));
  return tf.pad(draw.normal(draw.shape(rank, 4)), draw.whole(0, 1) ? paddings : sparse, draw.pick([0, 1.5]));
};

const slice = (draw: Draw) => {
  const shape = draw.shape(draw.whole(1, 6), 4);
  const begin = shape.map((size) => draw.whole(0, size - 1));
  const size = shape.map((all, axis) => draw.whole(1, all - begin[axis]));
  return { x: draw.normal(shape), cut: (x: tf.Tensor) => tf.slice(x, begin, size) };
};

const transpose = (draw: Draw) => {
  const rank = draw.whole(1, 6);
  const order = draw.order(rank);
  return { x: draw.normal(draw.shape(rank)), turn: (x: tf.Tensor) => tf.transpose(x, order) };
};

const concat: RandomCase = (draw) => {
  const shape = draw.shape(draw.whole(1, 5));
  const axis = draw.whole(0, shape.length - 1);
  const parts = Array.from({ length: draw.whole(2, 20) }, () =>
    draw.normal(shape.map((size, at) => (at === axis ? draw.whole(1, 3) : size))),
  );
  return tf.concat(parts, axis);
};

const gather = (draw: Draw) => {
  const shape = draw.shape(draw.whole(1, 4));
  const axis = draw.whole(0, shape.length - 1);
  const indices = tf.tensor(
    Int32Array.from({ length: 6 }, () => draw.whole(0, shape[axis] - 1)),
    draw.pick([[6], [2, 3]]),
    'int32',
  );
  return { x: draw.normal(shape), take: (x: tf.Tensor) => tf.gather(x, indices, axis) };
};

const product =
  (transposeA: boolean, transposeB: boolean): RandomCase =>
  (draw) => {
    const batch = draw.shape(draw.whole(0, 2), 3);
    const [rows, inner, columns] = draw.shape(3, draw.pick([4, 40, 150]));
    const left = transposeA ? [inner, rows] : [rows, inner];
    const right = transposeB ? [columns, inner] : [inner, columns];
    const some = () => batch.map((size) => (draw.whole(0, 2) === 0 ? 1 : size));
    return tf.matMul(
      draw.normal([...some(), ...left]),
      draw.normal([...some(), ...right]),
      transposeA,
      transposeB,
    );
  };

const compared = (operation: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor): RandomCase =>
  binary((a, b) => tf.cast(operation(tf.round(a), tf.round(b)), 'float32'));

/** What `src/lib` computes with tensors. */
export const randomCases: Readonly<Record<string, RandomCase>> = {
  add: binary(tf.add),
  subtract: binary(tf.sub),
  multiply: binary(tf.mul),
  divide: binary((a, b) => tf.div(a, positive(b))),
  maximum: binary(tf.maximum),
  minimum: binary(tf.minimum),
  'squared difference': binary(tf.squaredDifference),
  equal: compared(tf.equal),
  less: compared(tf.less),
  greaterEqual: compared(tf.greaterEqual),
  greater: compared(tf.greater),
  lessEqual: compared(tf.lessEqual),
  negative: unary(tf.neg),
  square: unary(tf.square),
  exp: unary(tf.exp),
  log: unary((x) => tf.log(positive(x))),
  sqrt: unary((x) => tf.sqrt(positive(x))),
  tanh: unary((x) => tf.tanh(tf.mul(x, 20))),
  sigmoid: unary((x) => tf.sigmoid(tf.mul(x, 40))),
  softplus: unary((x) => tf.softplus(tf.mul(x, 40))),
  relu: unary(tf.relu),
  'leaky relu': unary((x) => tf.leakyRelu(x, 0.1)),
  sign: unary(tf.sign),
  step: unary((x) => tf.step(x, 0.2)),
  abs: unary(tf.abs),
  'sum of axes': reduction(tf.sum),
  'mean of axes': reduction(tf.mean),
  'maximum of axes': reduction(tf.max),
  'minimum of axes': reduction(tf.min),
  softmax: unary((x) => tf.softmax(x)),
  logSoftmax: unary((x) => tf.logSoftmax(x)),
  where: (draw) => {
    // Of five axes it says that it cannot.
    const shape = draw.shape(draw.whole(1, 4));
    const [a, b] = [draw.normal(shape), draw.normal(partnerOf(draw, shape))];
    return tf.where(tf.greater(draw.normal(partnerOf(draw, shape)), 0), a, b);
  },
  pad,
  'derivative of a slice': (draw) => {
    const { x, cut } = slice(draw);
    return derivative(draw, cut, x);
  },
  slice: (draw) => {
    const { x, cut } = slice(draw);
    return cut(x);
  },
  transpose: (draw) => {
    const { x, turn } = transpose(draw);
    return turn(x);
  },
  concat,
  split: (draw) => {
    const shape = draw.shape(draw.whole(1, 5));
    const axis = draw.whole(0, shape.length - 1);
    const sizes = [draw.whole(1, 3), draw.whole(1, 3)];
    const whole = shape.map((size, at) => (at === axis ? sizes[0] + sizes[1] : size));
    return tf.split(draw.normal(whole), sizes, axis)[1];
  },
  gather: (draw) => {
    const { x, take } = gather(draw);
    return take(x);
  },
  'derivative of gather': (draw) => {
    const { x, take } = gather(draw);
    return derivative(draw, take, x);
  },
  'one-hot': (draw) =>
    tf.cast(
      tf.oneHot(
        tf.tensor1d(
          draw.shape(6).map((size) => size - 1),
          'int32',
        ),
        5,
      ),
      'float32',
    ),
  tile: (draw) => {
    const shape = draw.shape(draw.whole(1, 5), 3);
    return tf.tile(draw.normal(shape), draw.shape(shape.length, 3));
  },
  product: product(false, false),
  'product, left transposed': product(true, false),
  'product, right transposed': product(false, true),
  'product, both transposed': product(true, true),
  convolution: (draw) => {
    const { x, filter, strides, pad } = convolution(draw);
    return tf.conv2d(x, filter, strides, pad);
  },
  'images of a convolution': (draw) => {
    const { x, filter, strides, pad } = convolution(draw);
    return derivative(draw, (input) => tf.conv2d(input as tf.Tensor4D, filter, strides, pad), x);
  },
  'filter of a convolution': (draw) => {
    const { x, filter, strides, pad } = convolution(draw);
    return derivative(draw, (input) => tf.conv2d(x, input as tf.Tensor4D, strides, pad), filter);
  },
  'maximum pooling': (draw) => tf.maxPool(images(draw), draw.whole(1, 3), draw.whole(1, 3), 'valid'),
  'derivative of maximum pooling': (draw) => {
    const [size, strides] = [draw.whole(1, 3), draw.whole(1, 3)];
    return derivative(draw, (x) => tf.maxPool(x as tf.Tensor4D, size, strides, 'valid'), images(draw));
  },
  'derivative of average pooling': (draw) => {
    const [size, strides] = [draw.whole(1, 3), draw.whole(1, 3)];
    return derivative(draw, (x) => tf.avgPool(x as tf.Tensor4D, size, strides, 'valid'), images(draw));
  },
};
