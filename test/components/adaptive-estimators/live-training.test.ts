import { expect, it } from 'vitest';
import { liveEdges } from '../../../src/components/adaptive-estimators/live-layers.js';
import {
  planesOf,
  toBeRead,
  type TrainingRun,
} from '../../../src/components/adaptive-estimators/live-piece.js';
import { livePlane } from '../../../src/components/adaptive-estimators/live-plane.js';
import {
  liveEpochs,
  type LiveSettings,
  type LiveSnapshot,
} from '../../../src/components/adaptive-estimators/live-snapshot.js';
import { liveReading, liveTraining } from '../../../src/components/adaptive-estimators/live-training.js';
import { control } from '../../../src/components/control.js';
import { element } from '../../../src/components/element.js';
import { emptyPage } from '../page.js';

emptyPage();

const settings: LiveSettings = {
  ...{ activation: 'relu', l2: 0, learningRate: 2e-3, seed: 3, epochs: 6, bins: 30 },
};

const collect = async (change: Partial<LiveSettings> = {}) => {
  const found: LiveSnapshot[] = [];
  for await (const snapshot of liveTraining({ ...settings, ...change })) found.push(snapshot);
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
  expect(snapshot.plane).toEqual(livePlane(snapshot, 'relu', 30));
  expect(liveEdges(snapshot, 'relu', 5, 10)).toHaveLength(12);
});

it('is read again once it is trained, where other bins are asked for, and drawn by these when they are there', async () => {
  const snapshots = await collect({ epochs: 2 });
  const run: TrainingRun = { state: 'finished', settings, where: 'here', snapshots, seconds: 1 };
  let [value, wanted]: [TrainingRun | null, number] = [null, 30];
  const asked = toBeRead(
    control(element('div', {}), () => value),
    control(element('div', {}), () => wanted),
  );
  expect(asked.value).toBeUndefined();
  [value, wanted] = [{ ...run, state: 'running' }, 5];
  expect(asked.value).toBeUndefined();
  value = run;
  expect(asked.value).toEqual({ activation: 'relu', bins: 5, snapshots });
  wanted = 30;
  expect(asked.value).toBeUndefined();

  const again = { activation: 'relu', bins: 5, snapshots } as const;
  const [read] = liveReading(again);
  expect(read.planes.map((plane) => plane.length)).toEqual(snapshots.map(() => 5));
  expect(read.planes).not.toEqual(snapshots.map(({ plane }) => plane));
  expect(planesOf(run, 5, { settings: again, snapshot: read })).toBe(read.planes);
  const own = snapshots.map(({ plane }) => plane);
  expect(planesOf(run, 5, { settings: again, snapshot: undefined })).toEqual(own);
  expect(planesOf(run, 30, { settings: again, snapshot: read })).toEqual(own);
  expect(planesOf(run, 5, { settings: { ...again, snapshots: [] }, snapshot: read })).toEqual(own);
});

it('refuses what makes no sense', async () => {
  for (const change of [{ epochs: 0 }, { epochs: 1.5 }, { l2: -1 }, { learningRate: NaN }])
    await expect(collect(change)).rejects.toThrow(RangeError);
});
