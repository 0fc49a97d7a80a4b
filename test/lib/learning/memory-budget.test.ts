import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { activate, type ActivationName } from '../../../src/lib/learning/activation.js';
import { createAdam } from '../../../src/lib/learning/adam.js';
import { dense } from '../../../src/lib/learning/dense.js';
import { createEnsemble, parametersOf } from '../../../src/lib/learning/ensemble.js';
import {
  type Chunk,
  chunksWithin,
  inChunks,
  trainingBytes,
} from '../../../src/lib/learning/memory-budget.js';
import { train } from '../../../src/lib/learning/train.js';
import { random } from '../../../src/lib/statistics/random.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

describe('chunks within a budget', () => {
  it('hold every member once, in order, within the budget, as few and as even as can be', () => {
    const count = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(count, count, count, (members, bytes, fitting) => {
        const chunks = chunksWithin(members, bytes, bytes * fitting);
        expect(
          chunks.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
        ).toEqual(Array.from({ length: members }, (_, i) => i));
        const sizes = chunks.map(({ start, end }) => end - start);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(fitting);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(chunks).toHaveLength(Math.ceil(members / fitting));
      }),
    );
  });

  it('cannot be when one member exceeds it', () => {
    expect(() => chunksWithin(3, 100, 99)).toThrow(/needs 100 bytes.*budget of 99/);
  });
});

const sizes = [
  { inputs: 5, outputs: 8 },
  { inputs: 8, outputs: 8 },
  { inputs: 8, outputs: 1 },
];
const rows = 32;

/** Some steps of the members of a chunk, on noise; returns their parameters. */
function* trainChunk(
  { start, end }: Chunk,
  steps: number,
  activation: ActivationName = 'tanh',
): Generator<number, number[][], void> {
  const members = Array.from({ length: end - start }, (_, i) => start + i);
  const ensemble = createEnsemble(
    sizes,
    members.map((member) => random(member, 'weights')),
    1,
  );
  const { normal } = random(1, 'data');
  const x = tf.tensor3d(Float32Array.from({ length: rows * 5 }, normal), [1, rows, 5]);
  const adam = createAdam({ learningRate: 1e-2 });
  yield* train(ensemble, adam, steps, ([first, second, last]) => {
    const hidden = activate(dense(second, activate(dense(first, x), activation)), activation);
    return tf.sum(tf.mean(tf.square(tf.sub(dense(last, hidden), 1)), [1, 2]));
  });
  const parameters = parametersOf(ensemble.layers);
  const values = members.map((_, i) =>
    parameters.flatMap((tensor) => (tensor.arraySync() as number[][][])[i].flat()),
  );
  tf.dispose([...parameters, x]);
  adam.dispose();
  return values;
}

function finish<Result>(steps: Generator<number, Result, void>): { result: Result; taken: number } {
  for (let taken = 0; ; taken++) {
    const next = steps.next();
    if (next.done) return { result: next.value, taken };
  }
}

describe('training in chunks', () => {
  it('gives each member what training all at once gives it, and leaves no tensor behind', () => {
    const whole = finish(trainChunk({ start: 0, end: 7 }, 10)).result;
    const before = tf.memory().numTensors;
    const { result, taken } = finish(inChunks(chunksWithin(7, 1, 3), (chunk) => trainChunk(chunk, 10)));
    expect(taken).toBe(30);
    expect(tf.memory().numTensors).toBe(before);
    result
      .flat()
      .forEach((values, member) =>
        values.forEach((value, i) => expect(value).toBeCloseTo(whole[member][i], 5)),
      );
    expect(result.flat()).toHaveLength(7);
  });

  it.each(['relu', 'tanh', 'softplus'] as const)(
    'with %s, a step holds at most what is estimated, and no less than a third',
    async (activation) => {
      const members = 6;
      const start = tf.memory().numBytes;
      const { peakBytes } = await tf.profile(() => {
        finish(trainChunk({ start: 0, end: members }, 2, activation));
        return tf.scalar(0);
      });
      const estimate = members * trainingBytes(sizes.map((size) => ({ ...size, rows })));
      expect(peakBytes - start).toBeLessThanOrEqual(estimate);
      expect(peakBytes - start).toBeGreaterThan(estimate / 3);
    },
  );
});
