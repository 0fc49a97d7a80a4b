import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { createEarlyStopping } from '../../../src/lib/learning/early-stopping.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

/** A layer of which every value of a member is that member's mark. */
const marked = (marks: readonly number[]) =>
  tf.tidy(() => {
    const column = tf.tensor3d([...marks], [marks.length, 1, 1]);
    return {
      weights: tf.mul(column, tf.ones([1, 2, 3])) as tf.Tensor3D,
      biases: tf.mul(column, tf.ones([1, 1, 3])) as tf.Tensor3D,
    };
  });
const marksOf = ({ weights }: { weights: tf.Tensor3D }) =>
  (weights.arraySync() as number[][][]).map((member) => member.flat());

describe('early stopping', () => {
  it('keeps, member by member, the weights at the least loss before patience ends', () => {
    const loss = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(NaN));
    const run = fc
      .record({
        members: fc.integer({ min: 1, max: 4 }),
        looks: fc.integer({ min: 1, max: 12 }),
        patience: fc.integer({ min: 1, max: 4 }),
      })
      .chain((sizes) =>
        fc.record({
          patience: fc.constant(sizes.patience),
          losses: fc.array(fc.array(loss, { minLength: sizes.members, maxLength: sizes.members }), {
            minLength: sizes.looks,
            maxLength: sizes.looks,
          }),
        }),
      );
    fc.assert(
      fc.property(run, ({ patience, losses }) => {
        const stopping = createEarlyStopping(losses[0].length, { patience });
        const goesOn = losses.map((now, look) => {
          const layer = marked(now.map(() => look));
          const answer = stopping.look(now, [layer]);
          tf.dispose([layer.weights, layer.biases]);
          return answer;
        });
        losses[0].forEach((_, member) => {
          let [best, at, stop] = [Infinity, 0, losses.length];
          for (let look = 0, waited = 0; look < losses.length; look++) {
            const better = losses[look][member] < best;
            if (better) [best, at, waited] = [losses[look][member], look, 0];
            else waited++;
            if (waited >= patience) {
              stop = look;
              break;
            }
          }
          expect(stopping.losses[member]).toBe(best);
          expect(marksOf(stopping.layers[0])[member]).toEqual(new Array(6).fill(at));
          expect(stopping.running[member]).toBe(stop === losses.length);
        });
        expect(goesOn.at(-1)).toBe(stopping.running.includes(true));
        stopping.dispose();
      }),
      { numRuns: 60 },
    );
  });

  it('asks for a gain, where one is given', () => {
    const stopping = createEarlyStopping(1, { patience: 1, gain: 0.5 });
    expect(stopping.look([2], [marked([0])])).toBe(true);
    expect(stopping.look([1.6], [marked([1])])).toBe(false);
    expect(stopping.losses).toEqual([2]);
    stopping.dispose();
  });

  it('disposes what it keeps, and leaves the weights it looked at', () => {
    const layers = [marked([1, 2])];
    const others = [marked([3, 4])];
    const before = tf.memory().numTensors;
    const stopping = createEarlyStopping(2, { patience: 3 });
    stopping.look([1, 1], layers);
    stopping.look([0, 2], others);
    expect(marksOf(stopping.layers[0]).map(([mark]) => mark)).toEqual([3, 2]);
    stopping.dispose();
    expect(tf.memory().numTensors).toBe(before);
    expect(marksOf(layers[0])[1][0]).toBe(2);
  });

  it('needs a loss for every member', () => {
    const stopping = createEarlyStopping(2, { patience: 1 });
    expect(() => stopping.look([1], [marked([1, 1])])).toThrow(/1 losses for 2 members/);
  });
});
