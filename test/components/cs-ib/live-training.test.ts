import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { liveProblem } from '../../../src/components/cs-ib/live-problem.js';
import type { LiveSettings, LiveSnapshot } from '../../../src/components/cs-ib/live-snapshot.js';
import { liveTraining } from '../../../src/components/cs-ib/live-training.js';
import { createEnsemble } from '../../../src/lib/learning/ensemble.js';
import { random } from '../../../src/lib/statistics/random.js';
import { networkLayers } from '../../../src/papers/cs-ib/network.js';
import { losses, methods } from '../../../src/papers/cs-ib/objective.js';

const settings: LiveSettings = { variant: 'symmetric', betas: [0, 1], seeds: 2, seed: 3, steps: 60 };

const collect = async (given: Partial<LiveSettings> = {}) => {
  const found: LiveSnapshot[] = [];
  for await (const snapshot of liveTraining({ ...settings, ...given })) found.push(snapshot);
  return found;
};

let snapshots: LiveSnapshot[];
beforeAll(async () => {
  snapshots = await collect();
});

describe('liveTraining', () => {
  it('yields snapshots from the first step to the last, one entry a network', () => {
    expect(snapshots.map(({ step }) => step)).toEqual(Array.from({ length: 61 }, (_, step) => step));
    for (const { steps, backend, members } of snapshots) {
      expect({ steps, backend }).toEqual({ steps: 60, backend: 'wasm' });
      expect(members.map(({ beta, seed }) => [beta, seed])).toEqual([
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ]);
    }
  });

  it('is plain JSON with finite numbers', () => {
    expect(JSON.parse(JSON.stringify(snapshots))).toEqual(snapshots);
    const numbers = snapshots.flatMap(({ members }) => members.flatMap((member) => Object.values(member)));
    expect(numbers.every(Number.isFinite)).toBe(true);
  });

  it('trains the network of the experiments on their objective', () => {
    // Its first 128 test rows, after 1024 to train on.
    const { x, y } = liveProblem(1024 + 512, settings.seed);
    const streams = [0, 1].map((number) => random(settings.seed, 'weights', number));
    const { layers } = createEnsemble(networkLayers({ inputs: 4, hidden: 32, code: 4 }, false), streams, 2);
    const expected = tf.tidy(() => {
      const batch = {
        x: tf.tile(tf.tensor3d(x.slice(1024 * 4, (1024 + 128) * 4), [1, 128, 4]), [2, 1, 1]) as tf.Tensor3D,
        y: tf.tile(tf.tensor3d(y.slice(1024, 1024 + 128), [1, 128, 1]), [2, 1, 1]) as tf.Tensor3D,
      };
      return losses(methods['cs-symmetric'], layers, batch, tf.tensor1d([0, 0, 1, 1])).dataSync();
    });
    const found = snapshots[0].members.map(({ loss }) => loss!);
    for (const [member, loss] of found.entries()) expect(loss).toBeCloseTo(expected[member], 6);
  });

  it('learns, and forgets the more the larger β is', () => {
    const [first, last] = [snapshots[0], snapshots.at(-1)!];
    const [free, , bound] = last.members;
    expect(free.rmse!).toBeLessThan(0.9 * first.members[0].rmse!);
    expect(free.r).toBe(0);
    expect(bound.i_xt!).toBeLessThan(free.i_xt!);
    expect(bound.r!).toBeCloseTo(1 - bound.i_xt! / free.i_xt!, 12);
  });

  it('measures information about the target by the error', () => {
    // var y = E sin²(2x) + ¼ + 0.09, with E sin²(2x) = ½(1 − e⁻⁸)
    const variance = (1 - Math.exp(-8)) / 2 + 0.34;
    for (const { rmse, i_ty } of snapshots.at(-1)!.members)
      expect(i_ty).toBeCloseTo(Math.log2(Math.sqrt(variance) / rmse!), 12);
  });

  it('starts networks of a seed alike, and different seeds differently', () => {
    const [one, two, oneBound] = snapshots[0].members;
    expect(oneBound).toMatchObject({ rmse: one.rmse, i_xt: one.i_xt });
    expect(two.rmse).not.toBe(one.rmse);
    expect(oneBound.loss! - one.loss!).toBeCloseTo(one.i_xt!, 5);
  });

  it('repeats itself, and changes with each setting', async () => {
    expect(await collect()).toEqual(snapshots);
    for (const change of [
      { seed: 4 },
      { variant: 'paper' },
      { variant: 'squares' },
      { betas: [0, 2] },
    ] as const) {
      const { members } = (await collect({ ...change, steps: 5 })).at(-1)!;
      expect(members.at(-1)).not.toMatchObject({ loss: snapshots[5].members.at(-1)!.loss });
    }
  });

  it('yields some fifty snapshots of a long run, its last step among them', async () => {
    const steps = (await collect({ steps: 107, betas: [0], seeds: 1 })).map(({ step }) => step);
    expect(steps.length).toBeLessThan(60);
    expect(steps.slice(0, 3)).toEqual([0, 2, 4]);
    expect(steps.slice(-2)).toEqual([106, 107]);
  });

  it('leaves no tensor behind, however it ends', async () => {
    const before = tf.memory().numTensors;
    await collect({ steps: 3 });
    expect(tf.memory().numTensors).toBe(before);

    for await (const { step } of liveTraining(settings)) if (step === 2) break;
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each([
    [{ steps: 0 }],
    [{ steps: 1.5 }],
    [{ seeds: 0 }],
    [{ betas: [] }],
    [{ betas: [-1] }],
    [{ betas: [NaN] }],
  ])('refuses %j', async (change) => {
    await expect(collect(change)).rejects.toThrow(RangeError);
  });
});
