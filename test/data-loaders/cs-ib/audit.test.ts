import { type ColumnTable, table } from 'arquero';
import { expect, it } from 'vitest';
import * as audit from '../../../data-loaders/cs-ib/audit.js';
import * as auditRun from '../../../data-loaders/cs-ib/audit.run.js';
import { random } from '../../../src/lib/statistics/random.js';
import { collect } from '../collect.js';

/** A made-up table with the columns of California Housing and prices that depend on two of them. */
function madeUpHousing(rows: number): ColumnTable {
  const { normal } = random(7);
  const draw = (mean: number, spread: number) =>
    Float64Array.from({ length: rows }, () => mean * Math.exp(spread * normal()));
  const income = draw(4, 0.4);
  const age = draw(28, 0.3);
  return table({
    longitude: draw(-119, 0.02),
    latitude: draw(35, 0.05),
    housing_median_age: age,
    total_rooms: draw(2600, 0.5),
    total_bedrooms: draw(540, 0.5),
    population: draw(1400, 0.5),
    households: draw(500, 0.5),
    median_income: income,
    median_house_value: income.map((value, i) => 5e4 * value * (age[i] / 28) ** 0.5),
  });
}

const experiment = { ...audit, ...auditRun };
const { quick } = audit.definition.profiles;
const params = { ...quick, batchSize: 48, steps: 400, recorded: 20 };

it('descends below zero with the printed weights and never with symmetric ones', async () => {
  const { audit: rows } = await collect(experiment, { ...params, sigma2: [8] }, 1, madeUpHousing(300));
  const last = (variant: string) => rows.filter((row) => row.variant === variant && row.step === 400);
  const lowest = (variant: string) =>
    Math.min(...rows.filter((row) => row.variant === variant).map(({ d }) => d));
  for (const variant of ['paper', 'code', 'symmetric']) {
    expect(last(variant)).toHaveLength(1);
    const start = rows.find((row) => row.variant === variant)!;
    expect(start.step).toBe(0);
    expect(start.d).toBeGreaterThan(0);
    // The noise of the start: 0.3, give or take five standard errors at 48 points.
    expect(Math.abs(start.rmse - 0.3)).toBeLessThan(0.16);
    expect(last(variant)[0].d).toBeLessThan(start.d);
  }
  expect(lowest('paper')).toBeLessThan(-1e-4);
  expect(lowest('code')).toBeLessThan(-1e-4);
  expect(lowest('symmetric')).toBeGreaterThan(-1e-12);
});

it('evaluates the four points, and the released loss as a sum of squares', async () => {
  const tables = await collect(experiment, { ...params, sigma2: [] }, 1, madeUpHousing(300));
  const value = Object.fromEntries(tables.audit_examples.map(({ variant, d }) => [variant, d]));
  expect(value.paper).toBeCloseTo(-0.0010595186399744438, 12);
  expect(value.code).toBeCloseTo(-0.0012311973174337076, 12);
  expect(value.symmetric).toBeCloseTo(0.0006132206868998402, 12);
  // 48 squares of N(0, 0.3²) over ln 2: 6.2 with a standard deviation of 1.3.
  expect(value['squared-errors']).toBeGreaterThan(1);
  expect(value['squared-errors']).toBeLessThan(13);
  expect(value.released / value['squared-errors']).toBeCloseTo(1, 9);
});

it('has a part for every width, variant and batch, and one for the examples', () => {
  const parts = audit.definition.parts({ ...quick, batches: 2 });
  expect(parts).toHaveLength(2 * 3 * 2 + 1);
  expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  for (const { id } of parts) expect(id).toMatch(/^[a-z0-9-]+$/);
});
