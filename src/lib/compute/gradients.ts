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
      ...(saved === 'all'
        ? { saveAllInputs: true }
        : {
            inputsToSave: saved.split(' ').filter((name) => name !== 'y'),
            outputsToSave: [saved.endsWith('y')],
          }),
      gradFunc: (dy, tensors, attributes) => derivative(dy as tf.Tensor, tensors, attributes ?? {}),
    });
}

/** What the backward pass needs of the forward pass: inputs by name, all of a list, or the output `y`. */
type Saved = 'a b' | 'x' | 'input' | 'x indices' | 'x filter' | 'x y' | 'y' | 'all';

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
  [tf.LeakyRelu, 'x', (dy, [x], { alpha }) => ({ x: () => tf.mul(dy, tf.step(x, alpha as number)) })],
  [tf.Exp, 'y', (dy, [y]) => ({ x: () => tf.mul(dy, y) })],
  [
    tf.Erf,
    'x',
    (dy, [x]) => ({ x: () => tf.mul(dy, tf.mul(tf.exp(tf.neg(tf.square(x))), 2 / Math.sqrt(Math.PI))) }),
  ],
  [tf.Tanh, 'y', (dy, [y]) => ({ x: () => tf.mul(dy, tf.sub(1, tf.square(y))) })],
  [tf.Sigmoid, 'y', (dy, [y]) => ({ x: () => tf.mul(dy, tf.mul(y, tf.sub(1, y))) })],
  [tf.Softplus, 'x', (dy, [x]) => ({ x: () => tf.mul(dy, tf.sigmoid(x)) })],
  [
    tf.Softmax,
    'y',
    (dy, [y], { dim }) => ({
      logits: () => tf.mul(y, tf.sub(dy, tf.sum(tf.mul(dy, y), dim as number, true))),
    }),
  ],
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
  [tf.PadV2, 'x', (dy, [x], { paddings }) => ({ x: () => tf.slice(dy, starts(paddings), x.shape) })],
  [
    tf.Slice,
    'x',
    (dy, [x], { begin, size }) => ({
      x: () => {
        const [from, sizes] = tf.slice_util.parseSliceParams(x, begin as number[], size as number[]);
        return tf.pad(
          dy,
          from.map((first, axis) => [first, x.shape[axis] - first - sizes[axis]]),
        );
      },
    }),
  ],
  [
    tf.Concat,
    'all',
    (dy, inputs, { axis }) => {
      const [along] = tf.util.parseAxisParam(axis as number, dy.shape);
      const parts = tf.split(
        dy,
        inputs.map(({ shape }) => shape[along]),
        along,
      );
      return Object.fromEntries(parts.map((part, i) => [i, () => part]));
    },
  ],
  [
    tf.GatherV2,
    'x indices',
    (dy, [x, indices], { axis, batchDims }) => ({ x: () => scatter(dy, x, indices, axis, batchDims) }),
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
  [
    tf.Conv2D,
    'x filter',
    (dy, [x, filter], attributes) => ({
      x: () => run(tf.Conv2DBackpropInput, { dy, filter }, { ...attributes, inputShape: x.shape }),
      filter: () => run(tf.Conv2DBackpropFilter, { x, dy }, { ...attributes, filterShape: filter.shape }),
    }),
  ],
  [
    tf.MaxPool,
    'x y',
    (dy, [input, output], attributes) => ({
      x: () => run(tf.MaxPoolGrad, { dy, input, output }, attributes),
    }),
  ],
  [
    tf.AvgPool,
    'x',
    (dy, [input], attributes) => ({
      x: () => {
        needsNoPadding(input, attributes);
        return run(tf.AvgPoolGrad, { dy, input }, attributes);
      },
    }),
  ],
];

/** A kernel that has no public operation. */
function run(
  kernelName: string,
  inputs: Record<string, tf.Tensor>,
  attributes: Readonly<Record<string, unknown>>,
): tf.Tensor {
  return tf.engine().runKernel(kernelName, inputs, attributes as tf.NamedAttrMap);
}

const starts = (paddings: unknown) => (paddings as [number, number][]).map(([before]) => before);

/** The adjoint of gathering: adds up the rows of `dy` that came from the same row of `x`, as a matrix product. */
function scatter(
  dy: tf.Tensor,
  x: tf.Tensor,
  indices: tf.Tensor,
  axis: unknown,
  batchDims: unknown,
): tf.Tensor {
  if (batchDims !== 0) throw new Error('gather is differentiated without batchDims only');
  const [along] = tf.util.parseAxisParam(axis as number, x.shape);
  const outer = tf.util.sizeFromShape(x.shape.slice(0, along));
  const inner = tf.util.sizeFromShape(x.shape.slice(along + 1));
  // One where the row of `dy` came from the row of `x`.
  const source = tf.equal(tf.reshape(indices, [1, indices.size, 1]), tf.range(0, x.shape[along], 1, 'int32'));
  const rows = tf.reshape(dy, [outer, indices.size, inner]);
  return tf.reshape(tf.matMul(tf.cast(source, 'float32'), rows, true), x.shape);
}

/** @throws {Error} where a window reaches over the border: backends disagree on how many values it averages. */
function needsNoPadding(x: tf.Tensor, { filterSize, strides, pad }: Readonly<Record<string, unknown>>): void {
  const shape = x.shape as [number, number, number, number];
  const { padInfo } = tf.backend_util.computePool2DInfo(
    shape,
    filterSize as number,
    strides as number,
    1,
    pad as 'same',
  );
  const { top, bottom, left, right } = padInfo;
  if (top || bottom || left || right)
    throw new Error(
      `average pooling of [${shape.join(', ')}] is not differentiated with padding; pad with zeros before it`,
    );
}

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
