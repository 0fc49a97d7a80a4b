import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createClassifiers,
  readClassifiers,
} from '../../../data-loaders/diffusion-spectral-entropy/classifier.js';
import { trainClassifiers } from '../../../data-loaders/diffusion-spectral-entropy/classifier-training.js';
import { latentTask } from '../../../data-loaders/diffusion-spectral-entropy/latent-task.js';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { type Ensemble, parametersOf } from '../../../src/lib/learning/ensemble.js';
import { random } from '../../../src/lib/statistics/random.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const { train } = latentTask(1, 0, 40, 1);
const widths = { hidden: 7, width: 5 };

/** One member's layer, in double precision. */
function layer(x: readonly number[], { layers }: Ensemble, at: number, member: number): number[] {
  const { weights, biases } = layers[at];
  const [, inputs, outputs] = weights.shape;
  const [w, b] = [weights.dataSync(), biases.dataSync()];
  return Array.from({ length: outputs }, (_, o) => {
    let sum = b[member * outputs + o];
    for (let i = 0; i < inputs; i++) sum += x[i] * w[(member * inputs + i) * outputs + o];
    return sum;
  });
}

/** Z and logits of every row, for one member. */
function plain(ensemble: Ensemble, member: number) {
  return Array.from(train.labels, (_, row) => {
    const relu = (values: number[]) => values.map((value) => Math.max(0, value));
    const x = Array.from(train.x.subarray(row * 64, (row + 1) * 64));
    const z = relu(layer(relu(layer(x, ensemble, 0, member)), ensemble, 1, member));
    return { z, logits: layer(z, ensemble, 2, member) };
  });
}

describe('the classifiers', () => {
  it('read as two rectified layers and a linear one, each member by its own labels', async () => {
    const ensemble = createClassifiers(widths, 2, { seed: 1, number: 0, hiddenDeviation: [0.1, 0.4] });
    const other = train.labels.map((label) => (label + 1) % 10);
    const readings = await readClassifiers(ensemble, train, [train.labels, other]);
    readings.forEach(({ z, accuracy }, member) => {
      const expected = plain(ensemble, member);
      expected.flatMap((row) => row.z).forEach((value, at) => expect(z[at]).toBeCloseTo(value, 4));
      const labels = member === 0 ? train.labels : other;
      const right = expected.filter(({ logits }, row) => {
        const own = logits[labels[row]];
        return logits.every((logit, c) => c === labels[row] || logit < own);
      });
      expect(accuracy).toBe(right.length / 40);
    });
    tf.dispose(parametersOf(ensemble.layers));
  });

  it('count a tie as an error', async () => {
    const ensemble = createClassifiers(widths, 1, { seed: 1, number: 0, hiddenDeviation: 0 });
    expect((await readClassifiers(ensemble, train, [train.labels]))[0].accuracy).toBe(0);
    tf.dispose(parametersOf(ensemble.layers));
  });

  it('start alike, but for the size of the hidden weights', () => {
    const { layers } = createClassifiers(widths, 2, { seed: 1, number: 3, hiddenDeviation: [0.1, 0.2] });
    layers.forEach(({ weights }, at) => {
      const [one, two] = tf.unstack(weights).map((member) => Array.from(member.dataSync()));
      const factor = at < 2 ? 2 : 1;
      one.forEach((value, i) => expect(two[i]).toBeCloseTo(factor * value, 6));
    });
    tf.dispose(parametersOf(layers));
  });
});

describe('training', () => {
  const settings = (given: object = {}) => ({
    ...{ labels: [train.labels], batch: 40, epochs: 1, learningRate: 0.01, weightDecay: 0 },
    ...{ order: random(1), signal: new AbortController().signal, ...given },
  });

  it('steps against the gradient of the mean cross-entropy', () => {
    const ensemble = createClassifiers(widths, 1, { seed: 2, number: 0 });
    // The gradient by an output's bias is the mean of what softmax says too much; Adam's first step has its sign.
    const slope = new Float64Array(10);
    plain(ensemble, 0).forEach(({ logits }, row) => {
      const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
      logits.forEach((logit, c) => (slope[c] += Math.exp(logit) / total - Number(c === train.labels[row])));
    });
    expect([...trainClassifiers(ensemble, train, settings())]).toEqual([0, 1]);
    const moved = Array.from(ensemble.layers[2].biases.dataSync());
    moved.forEach((value, c) => expect(value).toBeCloseTo(-0.01 * Math.sign(slope[c]), 5));
    tf.dispose(parametersOf(ensemble.layers));
  });

  it('learns each member’s own labels, and leaves no tensor behind, finished or aborted', async () => {
    const before = tf.memory().numTensors;
    const ensemble = createClassifiers({ hidden: 32, width: 16 }, 2, { seed: 1, number: 0 });
    const other = train.labels.map((label) => (label + 3) % 10);
    const labels = [train.labels, other];
    const run = settings({ labels, batch: 20, epochs: 60, learningRate: 0.01 });
    expect([...trainClassifiers(ensemble, train, run)]).toHaveLength(61);
    for (const { accuracy } of await readClassifiers(ensemble, train, labels))
      expect(accuracy).toBeGreaterThan(0.95);
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    expect(() => [
      ...trainClassifiers(ensemble, train, settings({ labels, signal: controller.signal })),
    ]).toThrow('enough');
    tf.dispose(parametersOf(ensemble.layers));
    expect(tf.memory().numTensors).toBe(before);
  });
});
