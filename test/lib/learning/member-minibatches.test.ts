import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { memberMinibatches, sharedMinibatches } from '../../../src/lib/learning/member-minibatches.js';
import { minibatches } from '../../../src/lib/learning/minibatches.js';
import { random } from '../../../src/lib/statistics/random.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const streams = () => [1, 2, 3].map((seed) => random(seed, 'batches'));
const numbers = (draw: () => tf.Tensor) => tf.tidy(() => [...draw().dataSync()]);

describe('minibatches of each member', () => {
  it('are those that its stream gives it alone, as [members, size]', () => {
    const together = memberMinibatches(10, 4, streams());
    const alone = streams().map((stream) => minibatches(10, 4, stream));
    for (let step = 0; step < 7; step++)
      expect(numbers(together)).toEqual(alone.flatMap((draw) => [...draw.next().value]));
    expect(tf.tidy(() => together().shape)).toEqual([3, 4]);
  });

  it('that all members share are those of their stream', () => {
    const shared = sharedMinibatches(10, 4, random(1, 'batches'));
    const alone = minibatches(10, 4, random(1, 'batches'));
    for (let step = 0; step < 7; step++) expect(numbers(shared)).toEqual([...alone.next().value]);
  });
});
