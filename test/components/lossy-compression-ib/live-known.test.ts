import { expect, test } from 'vitest';
import {
  liveKnown,
  type LiveKnownSettings,
} from '../../../src/components/lossy-compression-ib/live-known.js';
import { pathsOf } from '../../../src/components/lossy-compression-ib/paths.js';
import { tableOf } from '../../../src/lib/experiment/table.js';

const settings: LiveKnownSettings = {
  information: 3, dimension: 2, samples: 800, estimator: 'kl', bandwidth: 0.35, given: 'normals', seed: 1,
}; // prettier-ignore

test('estimates on normals and on parameters lie near the truth, on principal components below', () => {
  const [normals, parameters, principal] = (['normals', 'parameters', 'principal'] as const).map((given) => {
    const { estimates, images } = liveKnown({ ...settings, given });
    expect(estimates).toHaveLength(3);
    for (const image of images) expect(image).toHaveLength(256);
    return estimates.map(({ value }) => value);
  });
  for (const value of [...normals, ...parameters]) expect(Math.abs(value - 3)).toBeLessThan(0.6);
  principal.forEach((value, i) => {
    expect(value).toBeLessThan(parameters[i]);
    expect(value).toBeGreaterThan(0.5);
  });
});

test('rectangles, weighted neighbours and the kernel give finite estimates; the same settings the same', () => {
  const wide = { ...settings, dimension: 4, samples: 300, given: 'parameters' } as const;
  for (const estimator of ['wkl', 'kl', 'kernel'] as const) {
    const first = liveKnown({ ...wide, estimator });
    for (const { value } of first.estimates) expect(Number.isFinite(value)).toBe(true);
    expect(liveKnown({ ...wide, estimator })).toEqual(first);
  }
});

test('paths are means over seeds, smoothed where that is asked for, with the change of the loss', () => {
  const rows = [0, 1].flatMap((seed) =>
    [0, 1, 2].map((step) => ({
      seed, sigma: 1e-3, compression: 'autoencoder', layer: 'L1', step, i_xl: step + seed, se_xl: 0.1,
      i_ly: step === 1 && seed === 0 ? null : 1, se_ly: 0.1, loss_eval: 2 - step, loss_train: 2, acc: 0.5,
    })),
  ); // prettier-ignore
  const plane = tableOf(Object.keys(rows[0]), rows);
  const options = { compression: 'autoencoder', seed: null, smooth: false };
  const path = pathsOf(plane, options);
  expect(path.map(({ i_xl }) => i_xl)).toEqual([0.5, 1.5, 2.5]);
  expect(path.map(({ i_ly }) => i_ly)).toEqual([1, 1, 1]);
  expect(path.map(({ change }) => change)).toEqual([0, -1, -1]);
  expect(pathsOf(plane, { ...options, seed: 1, smooth: true }).map(({ i_xl }) => i_xl)).toEqual([
    1.5, 2, 2.5,
  ]);
});
