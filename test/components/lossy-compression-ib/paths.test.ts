import { expect, test } from 'vitest';
import { pathsOf } from '../../../src/components/lossy-compression-ib/paths.js';

test('paths are means over seeds, smoothed where that is asked for, with the change of the loss', () => {
  const rows = [0, 1].flatMap((seed) =>
    [0, 1, 2].map((step) => ({
      seed,
      sigma: 1e-3,
      compression: 'autoencoder' as const,
      layer: 'L1' as const,
      step,
      i_xl: step + seed,
      se_xl: 0.1,
      i_ly: step === 1 && seed === 0 ? null : 1,
      se_ly: 0.1,
      loss_eval: 2 - step,
      loss_train: 2,
      acc: 0.5,
      x_unexplained: 0.6,
    })),
  );
  const options = { compression: 'autoencoder', seed: null, smooth: false };
  const path = pathsOf(rows, options);
  expect(path.map(({ i_xl }) => i_xl)).toEqual([0.5, 1.5, 2.5]);
  expect(path.map(({ i_ly }) => i_ly)).toEqual([1, 1, 1]);
  expect(path.map(({ change }) => change)).toEqual([0, -1, -1]);
  expect(pathsOf(rows, { ...options, seed: 1, smooth: true }).map(({ i_xl }) => i_xl)).toEqual([1.5, 2, 2.5]);
});
