import { expect, test } from 'vitest';
import {
  liveKnown,
  type LiveKnownSettings,
} from '../../../src/components/lossy-compression-ib/live-known.js';

const settings: LiveKnownSettings = {
  information: 3,
  family: 'blobs',
  samples: 800,
  estimator: 'kl',
  bandwidth: 0.35,
  given: 'normals',
  seed: 1,
};

const all = (given: LiveKnownSettings) => [...liveKnown(given)].at(-1)!;

test('estimates on normals and on parameters lie near the truth, on principal components below', () => {
  const [normals, parameters, principal] = (['normals', 'parameters', 'principal'] as const).map((given) => {
    const { estimates, images } = all({ ...settings, given });
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
  const wide = { ...settings, family: 'rectangles', samples: 300, given: 'parameters' } as const;
  for (const estimator of ['wkl', 'kl', 'kernel'] as const) {
    const first = all({ ...wide, estimator });
    for (const { value } of first.estimates) expect(Number.isFinite(value)).toBe(true);
    expect(all({ ...wide, estimator })).toEqual(first);
  }
});

test('one estimate after the other is told, and none is changed by the next', () => {
  const told = [...liveKnown({ ...settings, samples: 300 })];
  expect(told.map(({ step, steps, estimates }) => [step, steps, estimates.length])).toEqual([
    [1, 3, 1],
    [2, 3, 2],
    [3, 3, 3],
  ]);
  expect(told[1].estimates).toEqual(told[2].estimates.slice(0, 2));
});
