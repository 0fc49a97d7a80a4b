import { describe, expect, it } from 'vitest';
import * as initialisations from '../../../data-loaders/adaptive-estimators/initialisations.js';
import * as initialisationsRun from '../../../data-loaders/adaptive-estimators/initialisations.run.js';
import * as invariance from '../../../data-loaders/adaptive-estimators/invariance.js';
import * as invarianceRun from '../../../data-loaders/adaptive-estimators/invariance.run.js';
import type { NetGroup } from '../../../data-loaders/adaptive-estimators/nets.js';
import * as plane from '../../../data-loaders/adaptive-estimators/plane.js';
import * as planeRun from '../../../data-loaders/adaptive-estimators/plane.run.js';
import * as rulers from '../../../data-loaders/adaptive-estimators/rulers.js';
import * as rulersRun from '../../../data-loaders/adaptive-estimators/rulers.run.js';
import { collect } from '../collect.js';

const group = (activation: NetGroup['activation'], change: Partial<NetGroup> = {}): NetGroup => ({
  ...{ activation, l2: 0, split: 'random', seeds: 1 },
  ...change,
});
const checkpoints = [0, 1, 3];

describe('information planes', () => {
  const params = {
    ...plane.definition.profiles.quick,
    checkpoints,
    groups: [group('swish'), group('elu', { l2: 0.015, split: 'counting' })],
  };

  it('reads every layer at every checkpoint by both kinds of bins, within what is possible', async () => {
    const tables = await collect({ ...plane, ...planeRun }, params);
    expect(tables.plane).toHaveLength(2 * 3 * 5 * 2);
    for (const { i_xt, i_ty } of tables.plane) {
      expect(i_xt).toBeGreaterThanOrEqual(0);
      expect(i_xt).toBeLessThanOrEqual(12 + 1e-9);
      expect(i_ty).toBeLessThanOrEqual(Math.min(0.99916, i_xt + 1e-9));
    }
    expect(await collect({ ...plane, ...planeRun }, params)).toEqual(tables);
    expect((await collect({ ...plane, ...planeRun }, params, 2)).plane).not.toEqual(tables.plane);
  });

  it('sums each layer up: the highest adaptive reading less the last', async () => {
    const { plane: rows, runs } = await collect({ ...plane, ...planeRun }, params);
    expect(runs).toHaveLength(2 * 5);
    for (const { activation, layer, drop, rel_drop, final_i } of runs) {
      const course = rows
        .filter((row) => row.activation === activation && row.layer === layer && row.estimator === 'ebab')
        .map(({ i_xt }) => i_xt);
      expect(course).toHaveLength(3);
      expect(final_i).toBe(course[2]);
      expect(drop).toBeCloseTo(Math.max(...course) - course[2], 12);
      expect(rel_drop).toBeCloseTo(drop / Math.max(...course), 12);
    }
  });

  it('calls a network dead whose weights an absurd penalty takes', async () => {
    const tables = await collect(
      { ...plane, ...planeRun },
      {
        ...params,
        learningRate: 0.05,
        checkpoints: [0, 30],
        groups: [group('relu', { l2: 50 })],
      },
    );
    expect(tables.runs.every(({ alive }) => alive === false)).toBe(true);
  });
});

it('four rulers read the same layers: tanh, and the same noise where the largest activation is 1', async () => {
  const { rulers: rows } = await collect(
    { ...rulers, ...rulersRun },
    {
      ...rulers.definition.profiles.quick,
      checkpoints: [0, 2],
      groups: [group('tanh')],
      stride: 16,
    },
  );
  expect(rows).toHaveLength(2 * 5 * 4);
  for (const row of rows) expect(row.i_xt).toBeLessThanOrEqual(8 + 1e-9);
  const at = (estimator: string) => rows.filter((row) => row.estimator === estimator);
  at('akde').forEach((row, i) => {
    expect(row.max_abs).toBeLessThanOrEqual(1);
    // Smaller activations, smaller noise: the adaptive reading is never below the fixed one.
    expect(row.i_xt).toBeGreaterThanOrEqual(at('fixed-kde')[i].i_xt - 1e-9);
  });
});

it('maps of a layer leave adaptive estimates as they are, and not the fixed ones', async () => {
  const { invariance: rows } = await collect(
    { ...invariance, ...invarianceRun },
    {
      ...invariance.definition.profiles.quick,
      seeds: 1,
      stride: 16,
    },
  );
  expect(rows).toHaveLength(5 * 4 * 3);
  const changes = (estimator: string, map: string) =>
    rows.filter((row) => row.estimator === estimator && row.map === map).map(({ change }) => change);
  for (const map of ['times-10', 'times-100', 'cube']) expect(Math.max(...changes('ebab', map))).toBe(0);
  expect(Math.max(...changes('akde', 'times-10'))).toBeLessThan(1e-9);
  // Noise that does not follow sees the shape of the cube, bins do not.
  expect(Math.max(...changes('akde', 'cube'))).toBeGreaterThan(0.1);
  expect(Math.max(...changes('fixed-bins', 'times-10'))).toBeGreaterThan(0.1);
  expect(Math.max(...changes('fixed-kde', 'times-10'))).toBeGreaterThan(0.1);
});

it('many initialisations are the networks of the planes, summed up alike', async () => {
  const groups = [group('relu', { seeds: 2 })];
  const params = { ...initialisations.definition.profiles.quick, checkpoints, groups };
  const { initialisations: rows } = await collect({ ...initialisations, ...initialisationsRun }, params);
  const { runs } = await collect(
    { ...plane, ...planeRun },
    { ...plane.definition.profiles.quick, checkpoints, groups },
  );
  expect(rows).toEqual(runs);
  expect(rows[0].drop).not.toBe(rows[5].drop);
});

it.each([plane, rulers, invariance, initialisations])('parts have names of their own', (experiment) => {
  const { definition } = experiment;
  for (const params of [definition.profiles.quick, definition.profiles.full!]) {
    const ids = definition.parts(params as never).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
  }
});
