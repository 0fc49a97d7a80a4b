import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { createAdamW } from '../../../src/lib/learning/adamw.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

/** Algorithm 2 of the paper for one number, in double precision. */
function plain(
  start: number,
  rate: number,
  decay: number,
  slope: (x: number) => number,
  steps: number,
): number {
  let [x, first, second] = [start, 0, 0];
  for (let t = 1; t <= steps; t++) {
    const gradient = slope(x);
    first = 0.9 * first + 0.1 * gradient;
    second = 0.999 * second + 0.001 * gradient ** 2;
    const [mean, square] = [first / (1 - 0.9 ** t), second / (1 - 0.999 ** t)];
    x = x - rate * decay * x - (rate * mean) / (Math.sqrt(square) + 1e-8);
  }
  return x;
}

describe('AdamW for a stacked ensemble', () => {
  it('moves each member as the published algorithm does, with its own rate and decay', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const member = fc.record({ start: unit, rate: unit, decay: unit });
    // A slope that stays away from 0, where Adam's steps of single precision are those of noise.
    const slope = (x: number) => 1 + Math.sin(x) / 2;
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 4 }), (members) => {
        const adamW = createAdamW({
          learningRate: members.map(({ rate }) => rate),
          weightDecay: members.map(({ decay }) => decay),
        });
        let parameters = [
          tf.tensor3d(
            members.map(({ start }) => start),
            [members.length, 1, 1],
          ),
        ];
        for (let i = 0; i < 12; i++) {
          const gradients = parameters.map((x) => tf.tensor3d(Array.from(x.dataSync(), slope), x.shape));
          const updated = adamW.step(parameters, gradients);
          tf.dispose([...parameters, ...gradients]);
          parameters = updated;
        }
        const found = parameters[0].dataSync();
        members.forEach(({ start, rate, decay }, i) =>
          expect(found[i]).toBeCloseTo(plain(start, rate, decay, slope, 12), 4),
        );
        adamW.dispose();
        tf.dispose(parameters);
      }),
      { numRuns: 40 },
    );
  });

  it('decays where the gradient is zero, and nothing there moves otherwise', () => {
    const adamW = createAdamW({ learningRate: 0.1, weightDecay: 0.5 });
    const [moved] = adamW.step([tf.tensor3d([[[2, -4]]])], [tf.zeros([1, 1, 2])]);
    [1.9, -3.8].forEach((expected, i) => expect(moved.dataSync()[i]).toBeCloseTo(expected, 6));
    adamW.dispose();
  });

  it('disposes what it keeps and nothing else', () => {
    const before = tf.memory().numTensors;
    const adamW = createAdamW({ learningRate: [0.1, 0.2], weightDecay: 0.01 });
    const parameters = [tf.ones<tf.Rank.R3>([2, 3, 4])];
    const first = adamW.step(parameters, parameters);
    const second = adamW.step(first, parameters);
    expect([...parameters[0].dataSync()]).toEqual(new Array(24).fill(1));
    adamW.dispose();
    tf.dispose([...parameters, ...first, ...second]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
