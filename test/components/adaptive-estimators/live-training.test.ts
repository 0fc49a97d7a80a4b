import { access } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../kernels/engine/root.js';
import { liveEdges, livePlane } from '../../../src/components/adaptive-estimators/live-reading.js';
import type {
  LiveSettings,
  LiveSnapshot,
} from '../../../src/components/adaptive-estimators/live-snapshot.js';
import {
  liveEpochs,
  liveTraining,
  liveTrainingPiece,
} from '../../../src/components/adaptive-estimators/live-training.js';

const settings: LiveSettings = { activation: 'relu', l2: 0, learningRate: 2e-3, seed: 3, epochs: 6 };

const collect = async (change: Partial<LiveSettings> = {}, signal?: AbortSignal) => {
  const found: LiveSnapshot[] = [];
  for await (const snapshot of liveTraining({ ...settings, ...change }, signal)) found.push(snapshot);
  return found;
};

it('yields plain JSON from before training to the last epoch, the same for the same settings', async () => {
  const snapshots = await collect();
  expect(snapshots.map(({ step }) => step)).toEqual(liveEpochs(6));
  expect(snapshots.at(-1)).toMatchObject({ step: 6, steps: 6 });
  expect(JSON.parse(JSON.stringify(snapshots))).toEqual(snapshots);
  expect(await collect()).toEqual(snapshots);
  for (const change of [{ activation: 'tanh' }, { l2: 1 }, { learningRate: 1e-3 }, { seed: 4 }] as const)
    expect((await collect(change)).at(-1)!.parameters).not.toEqual(snapshots.at(-1)!.parameters);
});

it('takes a few snapshots of a long run, the first and the last among them', () => {
  const epochs = liveEpochs(400);
  expect(epochs.length).toBeLessThan(15);
  expect([epochs[0], epochs.at(-1)]).toEqual([0, 400]);
  expect([...epochs].sort((a, b) => a - b)).toEqual(epochs);
});

it('reads a snapshot by as many bins as asked for', async () => {
  const [snapshot] = await collect({ epochs: 1 });
  const fine = livePlane(snapshot, 'relu', 100);
  const coarse = livePlane(snapshot, 'relu', 2);
  expect(fine.map(({ layer }) => layer)).toEqual([1, 2, 3, 4, 5]);
  fine.forEach(({ i_xt, i_ty }, l) => {
    expect(i_xt).toBeGreaterThanOrEqual(coarse[l].i_xt);
    expect(i_ty).toBeLessThanOrEqual(0.99916);
  });
  expect(fine[4].i_xt).toBeGreaterThan(coarse[4].i_xt);
  expect(livePlane(snapshot, 'relu', 100)).toBe(fine);
  expect(liveEdges(snapshot, 'relu', 5, 10)).toHaveLength(12);
});

it('ends at the epoch during which it is aborted, and refuses what makes no sense', async () => {
  const controller = new AbortController();
  controller.abort(new Error('enough'));
  await expect(collect({ epochs: 100 }, controller.signal)).rejects.toThrow('enough');
  for (const change of [{ epochs: 0 }, { epochs: 1.5 }, { l2: -1 }, { learningRate: NaN }])
    await expect(collect(change)).rejects.toThrow(RangeError);
});

it('names the module and the generator that it runs', async () => {
  const { module, generator } = liveTrainingPiece;
  await access(path.join(root, module));
  const found = (await import(path.join(root, module))) as Record<string, unknown>;
  expect(found[generator]).toBe(liveTraining);
});
