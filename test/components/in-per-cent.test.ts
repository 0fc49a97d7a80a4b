import { expect, it } from 'vitest';
import { inPerCent } from '../../src/components/in-per-cent.js';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { claimCondition, claimRow } from './claim-row.js';

const unit = 'RMSE of A over that of B, minus 1';

it('tells a relative difference in per cent, with bound, effect and what the paper has', () => {
  const condition = claimCondition({ unit, value: 0.25, low: 0.125, high: 0.5, bound: 0, effect: -0.25 });
  const other = claimCondition({ label: 'Other', value: 3 });
  const row = inPerCent(
    claimRow({
      measured: 0.25,
      low: 0.125,
      high: 0.5,
      unit,
      reported_value: -0.5,
      conditions: JSON.stringify([condition, other]),
    }),
  );
  const told = '% by which RMSE of A exceeds that of B';
  expect(row).toMatchObject({ measured: 25, low: 12.5, high: 50, unit: told, reported_value: -50 });
  expect(conditionsOf(row)).toEqual([
    { ...condition, value: 25, low: 12.5, high: 50, bound: 0, effect: -25, unit: told },
    other,
  ]);
});

it('keeps what has no value, and leaves any other claim as it is', () => {
  const missing = claimRow({
    measured: null,
    low: null,
    high: null,
    unit,
    conditions: JSON.stringify([claimCondition({ unit, value: null, low: null, high: null })]),
  });
  expect(inPerCent(missing).measured).toBeNull();
  expect(conditionsOf(inPerCent(missing))[0].value).toBeNull();
  const plain = claimRow({ conditions: JSON.stringify([claimCondition({})]) });
  expect(inPerCent(plain)).toBe(plain);
});
