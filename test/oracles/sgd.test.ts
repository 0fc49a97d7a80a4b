import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../kernels/engine/backend.js';
import { createSgd } from './sgd.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

describe('stochastic gradient descent for a stacked ensemble', () => {
  it('moves each member as the recursion in double precision does, with its own rate and penalty', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const member = fc.record({ start: unit, rate: unit, penalty: unit });
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 4 }), unit, (members, momentum) => {
        const slope = Math.sin;
        const expected = members.map(({ start, rate, penalty }) => {
          let x = start;
          let velocity: number | undefined;
          for (let i = 0; i < 10; i++) {
            const gradient = slope(x) + penalty * x;
            velocity = velocity === undefined ? gradient : momentum * velocity + gradient;
            x -= 0.1 * rate * velocity;
          }
          return x;
        });

        const sgd = createSgd({
          learningRate: members.map(({ rate }) => 0.1 * rate),
          l2: members.map(({ penalty }) => penalty),
          momentum,
        });
        let parameters = [
          tf.tensor3d(
            members.map(({ start }) => start),
            [members.length, 1, 1],
          ),
        ];
        for (let i = 0; i < 10; i++) {
          const gradients = parameters.map((x) => tf.tensor3d(Array.from(x.dataSync(), slope), x.shape));
          const updated = sgd.step(parameters, gradients);
          tf.dispose([...parameters, ...gradients]);
          parameters = updated;
        }
        Array.from(parameters[0].dataSync()).forEach((x, i) => expect(x).toBeCloseTo(expected[i], 4));
        sgd.dispose();
        tf.dispose(parameters);
      }),
      { numRuns: 30 },
    );
  });

  it.each([0, 0.9])('with momentum %d, disposes what it keeps and nothing else', (momentum) => {
    const before = tf.memory().numTensors;
    const sgd = createSgd({ learningRate: 0.1, momentum, l2: [0, 1] });
    const parameters = [tf.ones<tf.Rank.R3>([2, 3, 4])];
    const gradients = [tf.ones<tf.Rank.R3>([2, 3, 4])];
    const first = sgd.step(parameters, gradients);
    const second = sgd.step(first, gradients);
    expect([...parameters[0].dataSync(), ...gradients[0].dataSync()]).toEqual(new Array(48).fill(1));
    sgd.dispose();
    tf.dispose([...parameters, ...gradients, ...first, ...second]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
