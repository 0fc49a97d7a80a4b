import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../../kernels/engine/backend.js';
import { indicesPerStep, perStep } from '../../../../src/lib/compute/compiler/per-step.js';
import { type Compilation, observeCompilation } from '../../../../src/lib/compute/compiler/repeated-step.js';
import { type Adam, createAdam } from '../../../../src/lib/learning/adam.js';
import { descend } from '../../../../src/lib/learning/train.js';
import { normal, tensor } from '../on-both.js';

let compilations: Compilation[] = [];

beforeAll(async () => {
  await prepareBackend('wasm');
});
afterEach(() => {
  observeCompilation(undefined);
  compilations = [];
});

type Loss = (parameters: readonly tf.Tensor3D[]) => tf.Scalar;

const target = normal(3, 'target', [2, 4, 3]);
const towards: Loss = ([w]) => tf.sum(tf.square(tf.sub(tf.tanh(w), tensor(target))));

/** Descends in stretches, each a call of its own; returns the weights after each. */
async function trained(
  loss: Loss,
  stretches: readonly number[],
  between: (parameters: { now: readonly tf.Tensor3D[] }, adam: Adam) => void = () => {},
): Promise<number[][]> {
  observeCompilation((compilation) => compilations.push(compilation));
  const parameters = {
    now: [tensor<tf.Tensor3D>(normal(1, 'weights', [2, 4, 3]))] as readonly tf.Tensor3D[],
  };
  const adam = createAdam({ learningRate: 0.05 });
  const after: number[][] = [];
  for (const steps of stretches) {
    for (const step of descend(parameters, adam, steps, loss)) void step;
    between(parameters, adam);
    after.push([...(await parameters.now[0].data())]);
  }
  tf.dispose([...parameters.now]);
  adam.dispose();
  return after;
}

/** The same, without ever being long enough to be compiled. */
const stepByStep = (loss: Loss, steps: number) => trained(loss, new Array<number>(steps).fill(1));

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 5));
}

describe('a training that is compiled', () => {
  it('ends where its operations one by one end', async () => {
    const [actual] = await trained(towards, [20]);
    expect(compilations).toHaveLength(1);
    expect(compilations[0].step?.parts.length).toBeGreaterThan(0);
    const expected = await stepByStep(towards, 20);
    expect(compilations).toHaveLength(1);
    expectClose(actual, expected[19]);
  });

  it('gives the same bits each time', async () => {
    expect(await trained(towards, [20])).toEqual(await trained(towards, [20]));
  });

  it('leaves the moments of Adam to whoever goes on', async () => {
    const [, actual] = await trained(towards, [10, 10]);
    const expected = await stepByStep(towards, 20);
    expectClose(actual, expected[19]);
  });

  it('goes on from weights that are put in the place of its own', async () => {
    observeCompilation((compilation) => compilations.push(compilation));
    const run = async (steps: number, restart: number) => {
      const parameters = {
        now: [tensor<tf.Tensor3D>(normal(1, 'weights', [2, 4, 3]))] as readonly tf.Tensor3D[],
      };
      const adam = createAdam({ learningRate: 0.05 });
      for (const step of descend(parameters, adam, steps, towards)) {
        if (step !== restart) continue;
        tf.dispose([...parameters.now]);
        parameters.now = [tensor<tf.Tensor3D>(normal(9, 'others', [2, 4, 3]))];
      }
      const values = [...(await parameters.now[0].data())];
      tf.dispose([...parameters.now]);
      adam.dispose();
      return values;
    };
    const [early, late] = [await run(3, 2), await run(7, 6)];
    // One step of at most so much from the same new weights, though with other moments.
    late.forEach((value, i) => expect(Math.abs(value - early[i])).toBeLessThan(0.11));
  });

  it('leaves alone what was cloned of its weights', async () => {
    const kept: tf.Tensor3D[] = [];
    const parameters = {
      now: [tensor<tf.Tensor3D>(normal(1, 'weights', [2, 4, 3]))] as readonly tf.Tensor3D[],
    };
    const adam = createAdam({ learningRate: 0.05 });
    for (const step of descend(parameters, adam, 12, towards)) {
      void step;
      kept.push(tf.clone(parameters.now[0]));
    }
    adam.dispose();
    const expected = await stepByStep(towards, 12);
    for (const [step, clone] of kept.entries()) expectClose([...(await clone.data())], expected[step]);
    tf.dispose([kept, ...parameters.now]);
  });

  it('keeps no tensor and no memory', async () => {
    await trained(towards, [10]);
    const before = tf.memory().numTensors;
    const { buffer } = (tf.backend() as unknown as { wasm: { asm: { memory: WebAssembly.Memory } } }).wasm.asm
      .memory;
    const wide = perStepNoise(100_000);
    for (let repetition = 0; repetition < 60; repetition++) await trained(wide, [5]);
    const { memory } = (tf.backend() as unknown as { wasm: { asm: { memory: WebAssembly.Memory } } }).wasm
      .asm;
    expect(compilations.at(-1)?.step?.parts.length).toBeGreaterThan(0);
    expect(tf.memory().numTensors).toBe(before);
    // Each of them works in half a megabyte.
    expect(memory.buffer.byteLength - buffer.byteLength).toBeLessThan(10e6);
  });
});

const perStepNoise =
  (size: number): Loss =>
  ([w]) => {
    const noise = perStep<tf.Tensor1D>([size], (values) => values.fill(0.1));
    return tf.mul(towards([w]), tf.mean(noise));
  };

describe('a training is left as it is', () => {
  it('where JavaScript hands over another number at each step', async () => {
    let count = 0;
    const changing: Loss = ([w]) => tf.mul(towards([w]), ++count);
    const [actual] = await trained(changing, [8]);
    expect(compilations).toEqual([{ because: 'its second step did something else than its third' }]);
    count = 0;
    expectClose(actual, (await stepByStep(changing, 8))[7]);
  });

  it('where JavaScript reads values back, and may decide by them', async () => {
    const reading: Loss = ([w]) => (w.dataSync()[0] > 5 ? tf.mul(towards([w]), 2) : towards([w]));
    await trained(reading, [8]);
    expect(compilations).toEqual([{ because: 'it reads values back' }]);
  });

  it('where it does something that nobody has written down', async () => {
    const unknown: Loss = ([w]) =>
      tf.add(towards([w]), tf.sum(tf.cumsum(tensor<tf.Tensor1D>(normal(2, 'some', [5])))));
    await trained(unknown, [8]);
    expect(compilations).toEqual([{ because: 'the operation Cumsum' }]);
  });
});

it('a number that names no row is refused in a compiled step as well', async () => {
  let count = 0;
  const rows = tensor<tf.Tensor2D>(normal(2, 'rows', [6, 3]));
  const straying: Loss = ([w]) => {
    const chosen = indicesPerStep<tf.Tensor1D>([4], (values) => values.fill(++count < 6 ? 5 : 6));
    return tf.sum(tf.mul(w, tf.gather(rows, chosen)));
  };
  await expect(trained(straying, [8])).rejects.toThrow('gather: there is no row 6 of 6');
});
