import { expect, it } from 'vitest';
import { unitText } from '../../../src/components/estimators/unit.js';
import { winner } from '../../../src/components/estimators/winners.js';
import type { AccuracyRow } from '../../../src/papers/estimators/tables.js';

const row = (estimator: string, true_mi: number, rmse: number | null): AccuracyRow => ({
  ...{ distribution: 'normals', dimension: 1, n: 100, repetitions: 2, answers: 2 },
  ...{ mean: 0, bias: 0, sd: 0, estimator, true_mi, rmse },
});

it('takes the least error over all true values, never of another quantity or of one without answers', () => {
  const rows = [
    ...[row('ksg-1', 1, 0.3), row('ksg-1', 2, 0.4), row('equal-width', 1, 0), row('equal-width', 2, 1)],
    ...[row('kl', 1, null), row('kl', 2, 0), row('cauchy-schwarz', 1, 0), row('cauchy-schwarz', 2, 0)],
  ];
  const best = winner(rows, { distribution: 'normals', dimension: 1, n: 100 });
  expect(best?.label).toBe('KSG 1');
  expect(best?.rmse).toBeCloseTo(Math.sqrt(0.125), 12);
  expect(winner(rows, { distribution: 'normals', dimension: 2, n: 100 })).toBeUndefined();
});

it.each([
  [Math.LN2, 'bits', true, '+1.00'],
  [-0.5, 'nats', false, '−0.50'],
  [-0.001, 'nats', true, '0.00'],
  [-123.4, 'nats', false, '−123'],
  [null, 'nats', true, '–'],
] as const)('writes %d in %s', (value, unit, signed, text) => {
  expect(unitText(value, unit, signed)).toBe(text);
});
