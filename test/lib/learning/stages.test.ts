import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { activations } from '../../../src/lib/learning/activations.js';
import { dropout } from '../../../src/lib/learning/dropout.js';
import { createEnsemble } from '../../../src/lib/learning/ensemble.js';
import { addFastNoise, addRelativeNoise } from '../../../src/lib/learning/relative-noise.js';
import { forward, sizesOf, type Stage } from '../../../src/lib/learning/stages.js';
import { fastRandom } from '../../../src/lib/statistics/fast-random.js';
import { random } from '../../../src/lib/statistics/random.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const streams = (...seeds: number[]) => seeds.map((seed) => fastRandom(random(seed, 'noise')));
const leaky = (x: tf.Tensor3D) => tf.leakyRelu(x, 0.1);

/** 6 × 6 pixels, a convolution that pools to 2 × 2 × 3, then 4 values. */
const network = (surroundings: { noise?: number; dropout?: number } = {}): Stage[] => [
  {
    kind: 'convolution',
    rows: 3,
    columns: 3,
    channels: 1,
    outputs: 3,
    height: 6,
    width: 6,
    pad: 'valid',
    pool: 2,
    activation: leaky,
    ...surroundings,
  },
  { kind: 'dense', inputs: 12, outputs: 4, activation: (x) => x, ...surroundings },
];

const ensemble = (...seeds: number[]) =>
  createEnsemble(
    sizesOf(network()),
    seeds.map((seed) => random(seed, 'weights')),
    1,
  );
const images = () => {
  const { normal } = random(1, 'images');
  return tf.tensor3d(Float32Array.from({ length: 5 * 36 }, normal), [1, 5, 36]);
};

describe('noise', () => {
  it('is relative: none at zero, in proportion elsewhere', () => {
    const x = tf.tensor3d(
      [...new Array<number>(4000).fill(0), ...new Array<number>(4000).fill(-4)],
      [1, 2, 4000],
    );
    const values = addRelativeNoise(x, 0.1, streams(1, 2)).arraySync();
    values.forEach(([zeros, fours]) => {
      expect(zeros.every((value) => value === 0)).toBe(true);
      const mean = fours.reduce((sum, value) => sum + value, 0) / 4000;
      const variance = fours.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4000;
      expect(Math.abs(mean + 4)).toBeLessThan((5 * 0.4) / Math.sqrt(4000));
      expect(Math.abs(Math.sqrt(variance) - 0.4)).toBeLessThan((5 * 0.4) / Math.sqrt(2 * 4000));
    });
    expect(values[0]).not.toEqual(values[1]);
  });

  it('of a member does not depend on its neighbours', () => {
    const noise = (...seeds: number[]) => addFastNoise(tf.zeros([seeds.length, 4, 3]), 1, streams(...seeds));
    expect([...noise(7, 8).dataSync().slice(12)]).toEqual([...noise(8).dataSync()]);
    expect(() => addFastNoise(tf.zeros([2, 1, 1]), 1, streams(1))).toThrow(/1 streams for 2 members/);
  });
});

it('dropout keeps the mean and drops the share', () => {
  const values = dropout(tf.ones([1, 10, 4000]), 0.1, streams(1)).dataSync();
  const kept = values.filter((value) => value !== 0);
  expect(new Set(kept)).toEqual(new Set([Math.fround(1 / 0.9)]));
  expect(Math.abs(kept.length - 36_000)).toBeLessThan(5 * Math.sqrt(0.09 * 40_000));
});

describe('a network of stages', () => {
  it('computes what its parts compute one after another', () => {
    const { layers } = ensemble(3);
    const output = forward(network(), layers, images(), { streams: streams(1), training: false });
    // The same by the public convolution of TensorFlow.js.
    const filter = tf.reshape(layers[0].weights, [3, 3, 1, 3]) as tf.Tensor4D;
    const sums = tf.add(
      tf.conv2d(tf.reshape(images(), [5, 6, 6, 1]) as tf.Tensor4D, filter, 1, 'valid'),
      layers[0].biases,
    );
    const pooled = tf.leakyRelu(tf.maxPool(sums as tf.Tensor4D, 2, 2, 'valid'), 0.1);
    const expected = tf.add(
      tf.matMul(tf.reshape(pooled, [5, 12]), tf.squeeze(layers[1].weights, [0])),
      tf.squeeze(layers[1].biases, [0]),
    );
    expect(tf.max(tf.abs(tf.sub(output, expected))).dataSync()[0]).toBeLessThan(1e-5);
  });

  it('is noisy in training and after, and drops in training alone', () => {
    const { layers } = ensemble(3);
    const run = (stages: Stage[], training: boolean) => [
      ...forward(stages, layers, images(), { streams: streams(1), training }).dataSync(),
    ];
    const plain = run(network(), true);
    expect(run(network({ noise: 0.5 }), false)).not.toEqual(plain);
    expect(run(network({ noise: 0.5 }), true)).not.toEqual(plain);
    expect(run(network({ dropout: 0.5 }), true)).not.toEqual(plain);
    expect(run(network({ dropout: 0.5 }), false)).toEqual(plain);
  });
});

describe('activations', () => {
  it('are those of the wanted stages, whatever the chunks; nothing else stays', async () => {
    const { layers } = ensemble(3, 4);
    const x = tf.squeeze<tf.Tensor2D>(images(), [0]);
    const before = tf.memory().numTensors;
    const at = (chunk: number, wanted: number[]) =>
      activations(network(), layers, x, { wanted, streams: streams(1, 2), chunk });
    const whole = await at(5, [0, 1]);
    expect(whole.map((members) => members.map((values) => values.length))).toEqual([
      [60, 60],
      [20, 20],
    ]);
    expect(await at(2, [0, 1])).toEqual(whole);
    expect(await at(2, [1])).toEqual([whole[1]]);
    expect(tf.memory().numTensors).toBe(before);
    const output = forward(network(), layers, images(), { streams: streams(1, 2), training: false });
    expect(whole[1].flatMap((values) => [...values])).toEqual([...output.dataSync()]);
  });
});
