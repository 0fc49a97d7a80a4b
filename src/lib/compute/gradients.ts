import * as tf from '@tensorflow/tfjs-core';

type Adjoint = () => tf.Tensor;
/** The derivative with respect to each input, given that of the output, what was saved, and the attributes. */
type Derivative = (
  dy: tf.Tensor,
  saved: readonly tf.Tensor[],
  attributes: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, Adjoint>>;

/**
 * Registers the derivatives of the operations that `src/lib` trains through; an operation that is not here
 * fails at once with TensorFlow.js's own "gradient function not found". (`@tensorflow/tfjs-core` alone
 * registers none, and the module in which it keeps them cannot be imported by Node.) Harmless when repeated.
 */
export function registerGradients(): void {
  for (const [kernelName, saved, derivative] of derivatives)
    tf.registerGradient({
      kernelName,
      ...(saved === 'y' ? { outputsToSave: [true] } : { inputsToSave: saved.split(' ') }),
      gradFunc: (dy, tensors, attributes) => derivative(dy as tf.Tensor, tensors, attributes ?? {}),
    });
}

/** What the backward pass needs of the forward pass: inputs by name, or the output `y`. */
type Saved = 'a b' | 'x' | 'input' | 'y';

const derivatives: readonly (readonly [string, Saved, Derivative])[] = [
  [tf.Add, 'a b', (dy, [a, b]) => ({ a: () => sumTo(dy, a.shape), b: () => sumTo(dy, b.shape) })],
  [tf.Sub, 'a b', (dy, [a, b]) => ({ a: () => sumTo(dy, a.shape), b: () => sumTo(tf.neg(dy), b.shape) })],
  [
    tf.Multiply,
    'a b',
    (dy, [a, b]) => ({
      a: () => sumTo(tf.mul(dy, b), a.shape),
      b: () => sumTo(tf.mul(dy, a), b.shape),
    }),
  ],
  [
    tf.RealDiv,
    'a b',
    (dy, [a, b]) => ({
      a: () => sumTo(tf.div(dy, b), a.shape),
      b: () => sumTo(tf.neg(tf.div(tf.mul(dy, a), tf.square(b))), b.shape),
    }),
  ],
  [
    tf.Maximum,
    'a b',
    (dy, [a, b]) => ({
      a: () => sumTo(tf.mul(dy, tf.cast(tf.greaterEqual(a, b), 'float32')), a.shape),
      b: () => sumTo(tf.mul(dy, tf.cast(tf.less(a, b), 'float32')), b.shape),
    }),
  ],
  [tf.Neg, 'x', (dy) => ({ x: () => tf.neg(dy) })],
  [tf.Square, 'x', (dy, [x]) => ({ x: () => tf.mul(dy, tf.mul(x, 2)) })],
  [tf.Log, 'x', (dy, [x]) => ({ x: () => tf.div(dy, x) })],
  [tf.Relu, 'y', (dy, [y]) => ({ x: () => tf.mul(dy, tf.step(y)) })],
  [tf.Exp, 'y', (dy, [y]) => ({ x: () => tf.mul(dy, y) })],
  [tf.Sqrt, 'y', (dy, [y]) => ({ x: () => tf.div(dy, tf.mul(y, 2)) })],
  [tf.Reshape, 'x', (dy, [x]) => ({ x: () => tf.reshape(dy, x.shape) })],
  [tf.ExpandDims, 'input', (dy, [x]) => ({ input: () => tf.reshape(dy, x.shape) })],
  [tf.Identity, 'x', (dy) => ({ x: () => dy })],
  [tf.Cast, 'x', (dy, [x]) => ({ x: () => tf.cast(dy, x.dtype) })],
  [
    tf.Transpose,
    'x',
    (dy, _, { perm }) => ({
      x: () => {
        const axes = perm as number[];
        return tf.transpose(
          dy,
          axes.map((_, axis) => axes.indexOf(axis)),
        );
      },
    }),
  ],
  [tf.Sum, 'x', (dy, [x], { axis }) => ({ x: () => spread(dy, x, axis as number[]) })],
  [
    tf.Mean,
    'x',
    (dy, [x], { axis }) => ({ x: () => tf.mul(spread(dy, x, axis as number[]), dy.size / x.size) }),
  ],
  [
    tf.BatchMatMul,
    'a b',
    (dy, [a, b], { transposeA, transposeB }) => ({
      a: () =>
        sumTo(
          transposeA ? tf.matMul(b, dy, !!transposeB, true) : tf.matMul(dy, b, false, !transposeB),
          a.shape,
        ),
      b: () =>
        sumTo(transposeB ? tf.matMul(dy, a, true, !!transposeA) : tf.matMul(a, dy, !transposeA), b.shape),
    }),
  ],
];

/**
 * The adjoint of broadcasting: sums `dy` over the axes along which an input of the given shape was repeated.
 */
function sumTo(dy: tf.Tensor, shape: readonly number[]): tf.Tensor {
  if (tf.util.arraysEqual(dy.shape, shape as number[])) return dy;
  const axes = tf.broadcast_util.getReductionAxes(shape as number[], dy.shape);
  return tf.reshape(tf.sum(dy, axes), shape as number[]);
}

/** The adjoint of a sum over axes: repeats `dy` along them. */
function spread(dy: tf.Tensor, x: tf.Tensor, axes: number[]): tf.Tensor {
  const kept = x.shape.slice();
  for (const axis of tf.util.parseAxisParam(axes, x.shape)) kept[axis] = 1;
  // A broadcasting product: the backends' own broadcastTo is many times slower.
  return tf.mul(tf.reshape(dy, kept), tf.onesLike(x));
}
