import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import type { LiveSnapshot } from '../../../src/components/information-koopman/live-snapshot.js';
import { liveTraining } from '../../../src/components/information-koopman/live-training.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const settings = { alpha: 0.1, beta: 1, gamma: 0.2, seed: 1, steps: 60 };

async function all(given = settings): Promise<LiveSnapshot[]> {
  const snapshots: LiveSnapshot[] = [];
  for await (const snapshot of liveTraining(given)) snapshots.push(snapshot);
  return snapshots;
}

it('trains two models from one start and tells of them as plain JSON; no tensor stays', async () => {
  const before = tf.memory().numTensors;
  const snapshots = await all();
  expect(tf.memory().numTensors).toBe(before);
  expect(JSON.parse(JSON.stringify(snapshots))).toEqual(snapshots);
  const [first, last] = [snapshots[0], snapshots.at(-1)!];
  expect([first.step, last.step]).toEqual([0, 60]);
  expect({ ...first.models[1], name: 'plain' }).toEqual(first.models[0]);
  for (const { spectrum, eigenvalues, path, d_eff } of last.models) {
    expect(spectrum.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(eigenvalues).toHaveLength(8);
    expect(path).toHaveLength(last.truth.length);
    expect(path[0]).toBeCloseTo(last.truth[0], 9);
    expect(d_eff).toBeGreaterThan(1);
  }
  expect(last.models[1].d_eff).toBeGreaterThan(last.models[0].d_eff);
});

it('is the same again for the same seed, leaves nothing where nobody takes more, and knows its range', async () => {
  const short = { ...settings, steps: 3 };
  expect(await all(short)).toEqual(await all(short));
  const before = tf.memory().numTensors;
  const run = liveTraining(settings);
  await run.next();
  await run.return();
  expect(tf.memory().numTensors).toBe(before);
  await expect(all({ ...settings, steps: 0 })).rejects.toThrow('from 1 on');
  await expect(all({ ...settings, gamma: NaN })).rejects.toThrow('finite');
});
