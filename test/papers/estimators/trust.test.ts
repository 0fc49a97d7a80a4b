import { expect, it } from 'vitest';
import type { AccuracyRow } from '../../../src/papers/estimators/tables.js';
import { anyNear, isNear, trust } from '../../../src/papers/estimators/trust.js';

const row = (estimator: string, true_mi: number, rmse: number | null): AccuracyRow => ({
  ...{ distribution: 'normals', dimension: 1, n: 100, repetitions: 2, answers: 2 },
  ...{ mean: 0, bias: 0, sd: 0, estimator, true_mi, rmse },
});

it.each([
  [0, 0.1, true],
  [0.5, 0.11, false],
  [2, 0.2, true],
  [2, 0.21, false],
  [2, null, false],
])('of %d nats, an error of %d is near: %s', (true_mi, rmse, near) => {
  expect(isNear({ true_mi, rmse })).toBe(near);
});

it('counts settings in which an estimator, or any that estimates information, is near', () => {
  const rows = [
    ...[row('ksg-1', 1, 0.05), row('ksg-1', 2, 0.5), row('ksg-1', 3, 1)],
    ...[row('kl', 1, 0.5), row('kl', 2, 0.1), row('kl', 3, null), row('cauchy-schwarz', 3, 0)],
  ];
  expect(trust(rows, 'ksg-1')).toEqual({ near: 1, of: 3 });
  expect(anyNear(rows)).toEqual({ near: 2, of: 3 });
});
