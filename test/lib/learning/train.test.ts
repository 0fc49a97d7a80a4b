import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { createAdam } from '../../../src/lib/learning/adam.js';
import { type Dense, dense } from '../../../src/lib/learning/dense.js';
import { createEnsemble, parametersOf } from '../../../src/lib/learning/ensemble.js';
import { train } from '../../../src/lib/learning/train.js';
import { random } from '../../../src/lib/statistics/random.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const sizes = [
  { inputs: 3, outputs: 5 },
  { inputs: 5, outputs: 1 },
];
const streams = (seeds: readonly number[]) => seeds.map((seed) => random(seed, 'weights'));
const values = (layers: readonly Dense[]) =>
  parametersOf(layers).map((tensor) => tensor.arraySync() as number[][][]);

/** Takes all steps. */
function finish(steps: Iterator<number, void>): void {
  while (!steps.next().done);
}

/** Squared error of a two-layer network on fixed data, times a factor for each member. */
function lossOn(factors: readonly number[]) {
  const { normal } = random(7, 'data');
  const x = tf.tensor3d(Float32Array.from({ length: 60 }, normal), [1, 20, 3]);
  const y = tf.tensor3d(Float32Array.from({ length: 20 }, normal), [1, 20, 1]);
  const weights = tf.tensor1d([...factors]);
  return (layers: readonly Dense[]): tf.Scalar => {
    const predicted = dense(layers[1], tf.relu(dense(layers[0], x)));
    return tf.sum(tf.mul(tf.mean(tf.square(tf.sub(predicted, y)), [1, 2]), weights));
  };
}

describe('an ensemble', () => {
  it('starts all copies of a seed from the same weights, within ±1/√inputs', () => {
    const [weights, biases] = values(createEnsemble(sizes, streams([1, 2]), 3).layers);
    for (const tensor of [weights, biases]) {
      expect(tensor).toHaveLength(6);
      expect(tensor[2]).toEqual(tensor[0]);
      expect(tensor[5]).toEqual(tensor[1]);
      expect(tensor[1]).not.toEqual(tensor[0]);
      expect(Math.max(...tensor.flat(2).map(Math.abs))).toBeLessThanOrEqual(Math.fround(1 / Math.sqrt(3)));
    }
  });

  it('trains each member as if it were alone', () => {
    const rates = [1e-2, 3e-2];
    const together = createEnsemble(sizes, streams([4]), 2);
    finish(train(together, createAdam({ learningRate: rates }), 25, lossOn([1, 5])));
    rates.forEach((learningRate, member) => {
      const alone = createEnsemble(sizes, streams([4]), 1);
      finish(train(alone, createAdam({ learningRate }), 25, lossOn([[1, 5][member]])));
      const expected = values(alone.layers);
      values(together.layers).forEach((tensor, i) =>
        tensor[member].flat().forEach((value, j) => expect(value).toBeCloseTo(expected[i][0].flat()[j], 5)),
      );
    });
  });

  it('lowers its loss', () => {
    const ensemble = createEnsemble(sizes, streams([1]), 1);
    const loss = lossOn([1]);
    const before = loss(ensemble.layers).dataSync()[0];
    finish(train(ensemble, createAdam({ learningRate: 1e-2 }), 200, loss));
    expect(loss(ensemble.layers).dataSync()[0]).toBeLessThan(before / 2);
  });

  it('holds as many tensors after a hundred steps as after one', () => {
    const ensemble = createEnsemble(sizes, streams([1, 2]), 2);
    const counts = new Set<number>();
    const adam = createAdam({ learningRate: 1e-3, l2: 0.1 });
    const steps = train(ensemble, adam, 100, lossOn([1, 1, 1, 1]));
    while (!steps.next().done) counts.add(tf.memory().numTensors);
    expect(counts.size).toBe(1);
  });
});
