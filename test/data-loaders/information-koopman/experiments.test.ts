import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as coarse from '../../../data-loaders/information-koopman/coarse.js';
import * as coarseRun from '../../../data-loaders/information-koopman/coarse.run.js';
import * as systems from '../../../data-loaders/information-koopman/systems.js';
import * as systemsRun from '../../../data-loaders/information-koopman/systems.run.js';
import * as theory from '../../../data-loaders/information-koopman/theory.js';
import * as theoryRun from '../../../data-loaders/information-koopman/theory.run.js';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { unpackField } from '../../../src/papers/information-koopman/dynamics/packed-field.js';
import { collect } from '../collect.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const { quick } = systems.definition.profiles;

const tiny: systems.SystemsParameters = {
  ...quick,
  systems: ['pendulum'],
  seeds: 2,
  hidden: [8],
  latent: 4,
  batch: 2,
  span: 8,
  steps: 4,
  recorded: 3,
  samples: 31,
  trainTrajectories: 4,
  testTrajectories: 3,
  horizon: 10,
  starts: [0, 5],
  latentTrajectories: 2,
  latentEvery: 10,
};

const collectSystems = (params: systems.SystemsParameters) => collect({ ...systems, ...systemsRun }, params);

describe('systems of differential equations', () => {
  it('has rows of every model, which begin alike, and leaves no tensor', async () => {
    const before = tf.memory().numTensors;
    const tables = await collectSystems(tiny);
    expect(tf.memory().numTensors).toBe(before);
    expect(tables.members).toHaveLength(6 * 2);
    expect(tables.eigenvalues).toHaveLength(6 * 2 * 4 + 3);
    expect(tables.rollout).toHaveLength((6 * 2 + 1) * 10);
    expect(tables.latents).toHaveLength(6 * 2 * 2 * 4);
    expect(tables.film_modes).toEqual([]);
    const first = tables.training.filter(({ step, seed }) => step === 0 && seed === 0);
    expect(new Set(first.map(({ d_eff }) => d_eff)).size).toBe(1);
    for (const { variant, seed, d_eff } of tables.members) {
      const own = tables.spectrum.filter((row) => row.variant === variant && row.seed === seed);
      const shares = own.map((row) => row.lambda);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      const entropy = shares.reduce((sum, share) => sum - share * Math.log(Math.max(share, 1e-300)), 0);
      expect(d_eff).toBeCloseTo(Math.exp(entropy), 6);
      const end = tables.training.find(
        (row) => row.step === 4 && row.variant === variant && row.seed === seed,
      );
      expect(end?.d_eff).toBeCloseTo(d_eff, 9);
    }
    // Energy is conserved along a trajectory, and the angle is not.
    const path = tables.latents.filter(
      (row) => row.variant === 'kae' && row.seed === 0 && row.trajectory === 1,
    );
    for (const row of path) expect(row.level).toBeCloseTo(path[0].level, 2);
    expect(new Set(path.map(({ phase }) => phase)).size).toBe(4);
  });

  it('gives the same rows again, and other systems too', async () => {
    const one = { ...tiny, systems: ['lorenz63', 'duffing'] as const, variants: quick.variants.slice(3, 4) };
    expect(await collectSystems(one)).toEqual(await collectSystems(one));
  });
});

it('the wake: modes, frames and predicted coefficients fit together', async () => {
  const before = tf.memory().numTensors;
  const { film_modes, film_frames, film_codes, rollout } = await collectSystems({
    ...tiny,
    systems: ['vortex'],
    samples: 21,
    flow: {
      ...quick.flow,
      trainReynolds: [80, 120],
      steps: 3000,
      from: 2000,
      modes: 4,
      trainStarts: [0, 19],
      testStarts: [0],
    },
  });
  expect(tf.memory().numTensors).toBe(before);
  expect(film_modes.map(({ mode }) => mode)).toEqual([0, 1, 2, 3, 4]);
  expect(film_modes[0].energy).toBeCloseTo(
    film_modes.slice(1).reduce((sum, row) => sum + row.energy, 0),
    9,
  );
  expect(film_frames.map(({ h }) => h)).toEqual([0, 2, 4, 6, 8, 10]);
  expect(film_codes).toHaveLength((6 * 2 + 1) * 6 * 4);
  expect(rollout).toHaveLength((6 * 2 + 1) * 10);

  // At the start, mean and modes give the simulated frame but for what four modes leave out.
  const fields = film_modes.map((row) => unpackField({ scale: row.scale, text: row.values }, 16));
  const start = film_codes.filter(({ variant, h }) => variant === 'dmd' && h === 0);
  const truth = unpackField({ scale: film_frames[0].scale, text: film_frames[0].values }, 8);
  let [squares, error] = [0, 0];
  truth.forEach((vorticity, at) => {
    const drawn = start.reduce((sum, row, k) => sum + row.value * fields[k + 1][at], fields[0][at]);
    squares += (vorticity - fields[0][at]) ** 2;
    error += (vorticity - drawn) ** 2;
  });
  expect(error / squares).toBeLessThan(0.5);
});

it('the paper’s time step: errors of every model, the same again, and no tensor left', async () => {
  const before = tf.memory().numTensors;
  const params = {
    ...coarse.definition.profiles.quick,
    ...{ seeds: 2, hidden: [8], latent: 4, batch: 2, span: 8, steps: 4, samples: 31, horizon: 10 },
    ...{ trainTrajectories: 4, testTrajectories: 3, starts: [0, 5] },
  };
  const collected = () => collect({ ...coarse, ...coarseRun }, params);
  const { coarse_rollout } = await collected();
  expect(tf.memory().numTensors).toBe(before);
  expect(coarse_rollout).toHaveLength(2 * 2 * 10);
  expect(new Set(coarse_rollout.map(({ nrmse }) => nrmse)).size).toBe(2 * 2 * 10);
  expect(await collected()).toEqual({ coarse_rollout });
});

it('theory: shares add up to the budget; the order holds', async () => {
  const { allocation, order } = await collect(
    { ...theory, ...theoryRun },
    {
      ...theory.definition.profiles.quick,
      gammas: [0, 0.5],
      systems: 20,
    },
  );
  for (const gamma of [0, 0.5]) {
    const own = allocation.filter((row) => row.gamma === gamma);
    expect(own.reduce((sum, row) => sum + row.p, 0)).toBeCloseTo(1, 9);
  }
  expect(order).toHaveLength(20);
  for (const row of order) {
    expect(row.i_xx).toBeGreaterThanOrEqual(row.i_zx - 1e-9);
    expect(row.i_zx).toBeGreaterThanOrEqual(row.i_zz - 1e-9);
    if (row.k === row.n) expect(row.i_zz).toBeCloseTo(row.i_xx, 8);
  }
});
