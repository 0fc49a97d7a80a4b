import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { createAdam } from '../../../src/lib/learning/adam.js';
import { convolution, convolutionLayer, flatten, maxPool } from '../../../src/lib/learning/convolution.js';
import { type Dense, dense } from '../../../src/lib/learning/dense.js';
import { createEnsemble, parametersOf } from '../../../src/lib/learning/ensemble.js';
import { train } from '../../../src/lib/learning/train.js';
import { random } from '../../../src/lib/statistics/random.js';
import { createSgd } from '../../oracles/sgd.js';
import { normal, tensor } from '../compute/on-both.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const sizes = fc.record({
  seed: fc.integer(),
  members: fc.integer({ min: 1, max: 3 }),
  shared: fc.boolean(),
  n: fc.integer({ min: 1, max: 3 }),
  height: fc.integer({ min: 3, max: 7 }),
  width: fc.integer({ min: 3, max: 7 }),
  channels: fc.integer({ min: 1, max: 4 }),
  outputs: fc.integer({ min: 1, max: 5 }),
  rows: fc.integer({ min: 1, max: 3 }),
  columns: fc.integer({ min: 1, max: 3 }),
  pad: fc.constantFrom('same' as const, 'valid' as const),
});

describe('a convolutional layer of an ensemble', () => {
  it('is, member by member, a convolution and its bias', () => {
    fc.assert(
      fc.property(sizes, (s) => {
        const { members, n, height, width, channels, outputs, rows, columns } = s;
        const own = s.shared ? 1 : members;
        const x = normal(s.seed, 'x', [own, n, height, width, channels]);
        const weights = normal(s.seed, 'w', [members, rows * columns * channels, outputs]);
        const biases = normal(s.seed, 'b', [members, 1, outputs]);
        const [actual, expected] = tf.tidy(() => {
          const layer = { weights: tensor<tf.Tensor3D>(weights), biases: tensor<tf.Tensor3D>(biases) };
          const images = tensor<tf.Tensor5D>(x);
          const alone = Array.from({ length: members }, (_, member) => {
            const take = (t: tf.Tensor, i: number) => tf.squeeze(tf.gather(t, [i]), [0]);
            const filter = tf.reshape(take(layer.weights, member), [rows, columns, channels, outputs]);
            const image = take(images, s.shared ? 0 : member) as tf.Tensor4D;
            const y = tf.conv2d(image, filter as tf.Tensor4D, 1, s.pad);
            return tf.add(y, tf.reshape(take(layer.biases, member), [outputs]));
          });
          return [convolution(layer, images, s), tf.stack(alone)].map((t) => ({
            shape: t.shape,
            values: t.dataSync(),
          }));
        });
        expect(actual.shape).toEqual(expected.shape);
        expected.values.forEach((value, i) => expect(Math.abs(actual.values[i] - value)).toBeLessThan(1e-4));
      }),
      { numRuns: 40 },
    );
  });

  it('is drawn within ±1/√(rows × columns × channels)', () => {
    const size = convolutionLayer({ rows: 3, columns: 3, channels: 4, outputs: 16 });
    const { layers } = createEnsemble([size], [random(1, 'weights')], 1);
    expect(layers[0].weights.shape).toEqual([1, 36, 16]);
    expect(Math.max(...layers[0].weights.dataSync())).toBeCloseTo(1 / 6, 2);
    tf.dispose(parametersOf(layers));
  });
});

describe('a convolutional classifier', () => {
  const window = { rows: 3, columns: 3, pad: 'same' as const };
  const architecture = [
    convolutionLayer({ rows: 3, columns: 3, channels: 1, outputs: 6 }),
    { inputs: 4 * 4 * 6, outputs: 2 },
  ];
  const logits = ([first, last]: readonly Dense[], x: tf.Tensor5D) =>
    dense(last, flatten(maxPool(tf.relu(convolution(first, x, window)), 2)));
  /** Horizontal stripes against vertical ones, in noise. */
  const data = (n: number) => {
    const { normal: noise } = random(3, 'images');
    const values = Array.from({ length: n * 64 }, (_, i) => {
      const [image, row, column] = [Math.floor(i / 64), Math.floor(i / 8) % 8, i % 8];
      return ((image % 2 === 0 ? row : column) % 2) + 0.5 * noise();
    });
    const labels = Array.from({ length: n }, (_, i) => (i % 2 === 0 ? [1, 0] : [0, 1])).flat();
    return { x: tf.tensor5d(values, [1, n, 8, 8, 1]), y: tf.tensor3d(labels, [1, n, 2]) };
  };
  const crossEntropies = (layers: readonly Dense[], { x, y }: ReturnType<typeof data>) =>
    tf.neg(tf.mean(tf.sum(tf.mul(tf.logSoftmax(logits(layers, x)), y), 2), 1)) as tf.Tensor1D;

  it.each([
    ['Adam', () => createAdam({ learningRate: [1e-2, 3e-2] })],
    ['momentum', () => createSgd({ learningRate: [3e-2, 1e-1], momentum: 0.9 })],
  ])('learns with %s, in every member', (_, optimizer) => {
    const ensemble = createEnsemble(architecture, [random(1, 'weights')], 2);
    const batch = data(64);
    const before = crossEntropies(ensemble.layers, batch).dataSync();
    const steps = train(ensemble, optimizer(), 40, (layers) => tf.sum(crossEntropies(layers, batch)));
    while (!steps.next().done);
    crossEntropies(ensemble.layers, batch)
      .dataSync()
      .forEach((after, member) => expect(after).toBeLessThan(before[member] / 3));
  });

  it('holds as many tensors after a thousand steps as after one', () => {
    const ensemble = createEnsemble(architecture, [random(1, 'weights')], 2);
    const batch = data(8);
    const counts = new Set<string>();
    const optimizer = createSgd({ learningRate: 1e-3, momentum: 0.9, l2: 1e-4 });
    const steps = train(ensemble, optimizer, 1000, (layers) => tf.sum(crossEntropies(layers, batch)));
    const backend = tf.backend() as tf.KernelBackend;
    while (!steps.next().done) counts.add(`${tf.memory().numTensors} ${backend.numDataIds()}`);
    expect(counts.size).toBe(1);
  });
});
