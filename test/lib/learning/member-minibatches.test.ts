import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { gatherMinibatch, memberMinibatches } from '../../../src/lib/learning/member-minibatches.js';
import { minibatches } from '../../../src/lib/learning/minibatches.js';
import { random } from '../../../src/lib/statistics/random.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const streams = () => [1, 2, 3].map((seed) => random(seed, 'batches'));

describe('minibatches of each member', () => {
  it('are those that its stream gives it alone', () => {
    const together = memberMinibatches(10, 4, streams());
    const alone = streams().map((stream) => minibatches(10, 4, stream));
    for (let step = 0; step < 7; step++)
      expect([...together.next().value]).toEqual(alone.flatMap((draw) => [...draw.next().value]));
  });

  it('are gathered as [members, size, …]', () => {
    const x = tf.tensor2d([0, 0, 1, 10, 2, 20], [3, 2]);
    const batch = gatherMinibatch(x, Int32Array.of(2, 0, 1, 1), 2);
    expect(batch.arraySync()).toEqual([
      [
        [2, 20],
        [0, 0],
      ],
      [
        [1, 10],
        [1, 10],
      ],
    ]);
  });
});
