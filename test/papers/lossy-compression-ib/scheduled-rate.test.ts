import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { createAdam } from '../../../src/lib/learning/adam.js';
import type { Optimizer } from '../../../src/lib/learning/optimizer.js';
import { cosineRate, createScheduledAdam } from '../../../src/papers/lossy-compression-ib/scheduled-rate.js';

beforeAll(async () => {
  await prepareBackend('cpu');
});

/** Where so many steps on the gradients 1, −2, 3, … lead from 1. */
function descend(optimizer: Optimizer, steps: number): number {
  let parameter = tf.tensor3d([1], [1, 1, 1]);
  for (let i = 1; i <= steps; i++)
    [parameter] = optimizer.step([parameter], [tf.tensor3d([i % 2 ? i : -i], [1, 1, 1])]);
  return parameter.dataSync()[0];
}

it('at a constant rate is Adam', () => {
  const expected = descend(createAdam({ learningRate: 0.01 }), 7);
  expect(
    descend(
      createScheduledAdam(() => 0.01),
      7,
    ),
  ).toBeCloseTo(expected, 6);
});

it('moves by the rate of the step', () => {
  // The first step of Adam is as long as the rate.
  expect(
    descend(
      createScheduledAdam((step) => step / 10),
      1,
    ),
  ).toBeCloseTo(0.9, 6);
});

it('a cosine goes from the first rate to the last, half-way between in the middle', () => {
  const rate = cosineRate(2, 1, 11);
  expect([1, 6, 11].map(rate)).toEqual([2, 1.5, 1]);
});
