import * as tf from '@tensorflow/tfjs-core';

type Adjoint = () => tf.Tensor;
/** The derivative with respect to each input, given that of the output, what was saved, and the attributes. */
type Derivative = (
  dy: tf.Tensor,
  saved: readonly tf.Tensor[],
  attributes: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, Adjoint>>;

/** What the backward pass needs from the forward pass. */
type Saved = 'inputs' | 'output';

/**
 * Registers the derivatives of the operations that `src/lib` trains through; an operation that is not here
 * fails at once with TensorFlow.js's own "gradient function not found". (`@tensorflow/tfjs-core` alone
 * registers none, and the module in which it keeps them cannot be imported by Node.) Harmless when repeated.
 */
export function registerGradients(): void {
  for (const [kernelName, saved, derivative] of derivatives)
    tf.registerGradient({
      kernelName,
      saveAllInputs: saved === 'inputs',
      outputsToSave: saved === 'output' ? [true] : undefined,
      inputsToSave: saved === 'inputs' ? inputsOf(kernelName) : undefined,
      gradFunc: (dy, tensors, attributes) => derivative(dy as tf.Tensor, tensors, attributes ?? {}),
    });
}

const binary = new Set<string>([tf.Add, tf.Sub, tf.Multiply, tf.RealDiv, tf.Maximum, tf.BatchMatMul]);

function inputsOf(kernelName: string): string[] | undefined {
  if (kernelName === tf.Concat) return undefined; // a list: saved as a whole
  return binary.has(kernelName) ? ['a', 'b'] : ['x'];
}

const derivatives: readonly (readonly [string, Saved, Derivative])[] = [
  [tf.Add, 'inputs', (dy, [a, b]) => ({ a: () => sumTo(dy, a.shape), b: () => sumTo(dy, b.shape) })],
  [tf.Sub, 'inputs', (dy, [a, b]) => ({ a: () => sumTo(dy, a.shape), b: () => sumTo(tf.neg(dy), b.shape) })],
  [
    tf.Multiply,
    'inputs',
    (dy, [a, b]) => ({
      a: () => sumTo(tf.mul(dy, b), a.shape),
      b: () => sumTo(tf.mul(dy, a), b.shape),
    }),
  ],
  [
    tf.RealDiv,
    'inputs',
    (dy, [a, b]) => ({
      a: () => sumTo(tf.div(dy, b), a.shape),
      b: () => sumTo(tf.neg(tf.div(tf.mul(dy, a), tf.square(b))), b.shape),
    }),
  ],
  [
    tf.Maximum,
    'inputs',
    (dy, [a, b]) => ({
      a: () => sumTo(tf.mul(dy, tf.cast(tf.greaterEqual(a, b), 'float32')), a.shape),
      b: () => sumTo(tf.mul(dy, tf.cast(tf.less(a, b), 'float32')), b.shape),
    }),
  ],
  [tf.Neg, 'inputs', (dy) => ({ x: () => tf.neg(dy) })],
  [tf.Square, 'inputs', (dy, [x]) => ({ x: () => tf.mul(dy, tf.mul(x, 2)) })],
  [tf.Log, 'inputs', (dy, [x]) => ({ x: () => tf.div(dy, x) })],
  [tf.Relu, 'output', (dy, [y]) => ({ x: () => tf.mul(dy, tf.step(y)) })],
  [tf.Exp, 'output', (dy, [y]) => ({ x: () => tf.mul(dy, y) })],
  [tf.Sqrt, 'output', (dy, [y]) => ({ x: () => tf.div(dy, tf.mul(y, 2)) })],
  [tf.Reshape, 'inputs', (dy, [x]) => ({ x: () => tf.reshape(dy, x.shape) })],
  [tf.ExpandDims, 'inputs', (dy, [x]) => ({ x: () => tf.reshape(dy, x.shape) })],
  [tf.Identity, 'inputs', (dy) => ({ x: () => dy })],
  [tf.Cast, 'inputs', (dy, [x]) => ({ x: () => tf.cast(dy, x.dtype) })],
  [
    tf.Transpose,
    'inputs',
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
  [
    tf.Sum,
    'inputs',
    (dy, [x], { axis }) => ({
      x: () => {
        const kept = x.shape.slice();
        for (const reduced of tf.util.parseAxisParam(axis as number[], x.shape)) kept[reduced] = 1;
        return tf.broadcastTo(tf.reshape(dy, kept), x.shape);
      },
    }),
  ],
  [
    tf.BatchMatMul,
    'inputs',
    (dy, [a, b], { transposeA, transposeB }) => ({
      a: () => sumTo(transposeA ? tf.matMul(b, dy, !!transposeB, true) : tf.matMul(dy, b, false, !transposeB), a.shape),
      b: () => sumTo(transposeB ? tf.matMul(dy, a, true, !!transposeA) : tf.matMul(a, dy, !transposeA), b.shape),
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
