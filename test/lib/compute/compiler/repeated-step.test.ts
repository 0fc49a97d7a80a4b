import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareBackend } from '../../../../kernels/engine/backend.js';
import { computedPerStep, indicesPerStep, perStep } from '../../../../src/lib/compute/compiler/per-step.js';
import {
  type Compilation,
  observeCompilation,
  repeatedStep,
} from '../../../../src/lib/compute/compiler/repeated-step.js';
import { gelu } from '../../../../src/lib/compute/gelu.js';
import { registerOperations } from '../../../../src/lib/compute/operations.js';
import { normal, tensor } from '../on-both.js';

beforeAll(async () => {
  await prepareBackend('wasm');
  registerOperations('cpu');
});

type Compute = (x: tf.Tensor3D, y: tf.Tensor3D, step: () => number) => tf.Tensor;

/** What the third tensor holds after some steps, and whether the last of them was compiled, or else why not. */
interface Taken {
  readonly values: readonly number[];
  readonly compilation: Compilation | undefined;
}

/**
 * Takes six steps, in which x and y are a little changed and a third tensor becomes what is computed from them.
 */
async function sixSteps(backend: string, compute: Compute): Promise<Taken> {
  await tf.setBackend(backend);
  let number = 0;
  let state = [
    tensor(normal(1, 'x', [3, 5, 6])),
    tensor(normal(2, 'y', [3, 5, 6])),
    tf.zerosLike(
      tf.tidy(() => compute(tensor(normal(1, 'x', [3, 5, 6])), tensor(normal(2, 'y', [3, 5, 6])), () => 0)),
    ),
  ];
  const step = repeatedStep({
    state: () => state,
    shown: 3,
    show: (tensors) => void (state = [...tensors]),
    take() {
      const [x, y] = state;
      const next = tf.tidy(() => [
        tf.add(tf.mul(x, 0.9), 0.02),
        tf.sub(tf.mul(y, 0.8), 0.01),
        compute(x as tf.Tensor3D, y as tf.Tensor3D, () => number++),
      ]);
      tf.dispose(state);
      state = next;
    },
  });
  let compilation: Compilation | undefined;
  observeCompilation((found) => (compilation = found));
  const counts: number[] = [];
  for (let i = 0; i < 6; i++) {
    step.take();
    counts.push(tf.memory().numTensors);
  }
  observeCompilation(undefined);
  step.finish();
  const values = [...(await state[2].data())];
  tf.dispose(state);
  expect(new Set(counts).size).toBe(1);
  return { values, compilation };
}

const square = (x: tf.Tensor) => tf.matMul(x as tf.Tensor3D, x as tf.Tensor3D, false, true);

const cases: Readonly<Record<string, Compute>> = {
  'sums and differences': (x, y) => tf.sub(tf.add(x, y), tf.mul(tf.neg(x), 3)),
  'spread out over rows': (x, y) =>
    tf.add(tf.sum(x, 2, true), tf.div(y, tf.add(tf.abs(tf.sum(y, 1, true)), 1))),
  'a constant array': (x) => tf.add(x, tf.tensor1d([1, 2, 3, 4, 5, 6])),
  'sum of all': (x, y) => tf.sum(tf.mul(x, y)),
  'sums over each set of axes': (x) =>
    tf.stack(
      [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]].map((axes) => tf.sum(tf.square(tf.sum(x, axes)))),
    ),
  'mean and largest': (x) => tf.sub(tf.max(x, 2), tf.mean(x, 2)),
  'largest over middle axis': (x) => tf.max(x, 1),
  exponentials: (x, y) => tf.add(tf.exp(x), tf.add(tf.sigmoid(y), tf.tanh(tf.mul(x, y)))),
  'error functions': (x, y) => tf.add(tf.erf(x), gelu(tf.mul(y, 3))),
  logarithms: (x, y) => tf.add(tf.log(tf.add(tf.abs(x), 0.1)), tf.softplus(y)),
  'piecewise linear': (x, y) => tf.add(tf.relu(x), tf.mul(tf.leakyRelu(y, 0.2), tf.step(x, 0.3))),
  comparisons: (x, y) => tf.where(tf.greater(x, y), tf.maximum(x, 0.1), tf.minimum(y, x)),
  'logic of comparisons': (x, y) =>
    tf.cast(tf.logicalAnd(tf.lessEqual(x, y), tf.logicalNot(tf.greaterEqual(x, 0.5))), 'float32'),
  clipping: (x) => tf.clipByValue(x, -0.3, 0.4),
  roots: (x) => tf.add(tf.sqrt(tf.abs(x)), tf.rsqrt(tf.add(tf.square(x), 1))),
  'products of matrices': (x, y) => tf.matMul(x, y, false, true),
  'products, the first transposed': (x, y) => tf.matMul(x, y, true),
  'products, both transposed': (x, y) => tf.matMul(tf.transpose(y, [0, 2, 1]), x, true, true),
  'products with one for all': (x, y) => tf.matMul(x, tf.slice(y, [1, 0, 0], [1, 5, 6]), false, true),
  'products of heads': (x, y) => {
    const heads = (z: tf.Tensor) => tf.transpose(tf.reshape(z, [3, 5, 2, 3]), [0, 2, 1, 3]);
    return tf.matMul(tf.softmax(tf.matMul(heads(x), heads(y), false, true)), heads(y));
  },
  'transposed sums': (x, y) => tf.add(tf.transpose(x, [2, 0, 1]), tf.transpose(y, [2, 0, 1])),
  'reshaped after transposing': (x) => tf.mul(tf.reshape(tf.transpose(x, [1, 0, 2]), [15, 6]), 2),
  'parts side by side': (x, y) => tf.concat([x, tf.slice(y, [0, 1, 0], [3, 2, 6]), x], 1),
  'copies for members': (x) => tf.square(tf.concat([x, x, x, x], 0)),
  'split and joined': (x) => tf.concat(tf.split(x, 3, 2).toReversed(), 2),
  stacked: (x, y) => tf.stack([x, y], 1),
  'with zeros around': (x) =>
    tf.pad(x, [
      [0, 0],
      [1, 2],
      [0, 1],
    ]),
  tiled: (x) => tf.tile(x, [2, 1, 3]),
  softmax: (x) => tf.softmax(x),
  'softmax in logarithms': (x) => tf.logSoftmax(x),
  'normalised layer': (x) => {
    const centred = tf.sub(x, tf.mean(x, 2, true));
    return tf.div(centred, tf.sqrt(tf.add(tf.mean(tf.square(centred), 2, true), 1e-5)));
  },
  'a Gaussian kernel and its moments': (x) => {
    const squares = tf.sum(tf.square(x), 2, true);
    const distances = tf.add(tf.add(tf.mul(square(x), -2), squares), tf.reshape(squares, [3, 1, 5]));
    const kernel = tf.exp(tf.mul(tf.relu(distances), -0.5));
    return tf.log(tf.div(tf.sum(tf.square(kernel), [1, 2]), tf.sum(tf.square(tf.sum(kernel, 2)), 1)));
  },
  'values drawn at each step': (x, _, step) =>
    tf.mul(
      x,
      perStep<tf.Tensor3D>([3, 1, 6], (values) => values.forEach((_, i) => (values[i] = step() + i))),
    ),
  'rows drawn at each step': (x, _, step) => {
    const numbers = indicesPerStep<tf.Tensor1D>([4], (values) =>
      values.forEach((_, i) => (values[i] = (step() * 7 + i) % 5)),
    );
    return tf.gather(x, numbers, 1);
  },
  'values that JavaScript computes': (x, y) => {
    const reversed = computedPerStep<tf.Tensor3D>(tf.square(y), [3, 5, 6], (from, to) =>
      to.forEach((_, i) => (to[i] += from[from.length - 1 - i])),
    );
    return tf.mul(x, reversed);
  },
  'largest of squares of pixels': (x, y) =>
    tf.maxPool(tf.reshape(tf.concat([x, y], 2), [3, 6, 10, 1]) as tf.Tensor4D, 2, 2, 'valid'),
  'as it is': (x) => tf.reshape(x, [90]),
};

describe('a compiled step computes what its operations compute one by one:', () => {
  for (const [name, compute] of Object.entries(cases))
    test(name, async () => {
      expectSame(await sixSteps('wasm', compute), await sixSteps('cpu', compute), 1e-5);
    });
});

/** Those of them through which the library trains, of both arguments. */
const differentiable = [
  'sums and differences',
  'a constant array',
  'sum of all',
  'exponentials',
  'error functions',
  'products of matrices',
  'products, the first transposed',
  'products, both transposed',
  'products with one for all',
  'products of heads',
  'transposed sums',
  'parts side by side',
  'softmax',
  'softmax in logarithms',
  'normalised layer',
  'a Gaussian kernel and its moments',
  'values drawn at each step',
  'rows drawn at each step',
  'values that JavaScript computes',
  'largest of squares of pixels',
];

describe('gradients in a compiled step are those of its operations:', () => {
  for (const name of differentiable)
    test(name, async () => {
      const gradient: Compute = (x, y, step) => {
        const [dx, dy] = tf.grads((a, b) => {
          const inputs = [tf.add(tf.mul(b, 0.1), a), tf.sub(b, tf.mul(a, 0.2))] as tf.Tensor3D[];
          return tf.sum(tf.square(cases[name](inputs[0], inputs[1], step)));
        })([x, y]);
        return tf.concat([dx, dy]);
      };
      expectSame(await sixSteps('wasm', gradient), await sixSteps('cpu', gradient), 2e-5);
    });
});

function expectSame(actual: Taken, expected: Taken, tolerance: number): void {
  expect(actual.compilation?.step?.parts.length).toBeGreaterThan(0);
  expect(actual.values).toHaveLength(expected.values.length);
  actual.values.forEach((value, i) =>
    expect(Math.abs(value - expected.values[i]), `element ${i}`).toBeLessThan(
      tolerance * (1 + Math.abs(expected.values[i])),
    ),
  );
}
