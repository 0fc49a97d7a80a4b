import { expect, it } from 'vitest';
import { exactly, failures, overSeeds, worst } from '../../../src/lib/experiment/measurement.js';

it('measures a number without spread, and nothing where there is none', () => {
  expect(exactly(2, 'bits', 'why')).toEqual({
    value: 2,
    low: 2,
    high: 2,
    unit: 'bits',
    seeds: 1,
    detail: 'why',
  });
  expect(exactly(NaN, 'bits', 'why', 3)).toMatchObject({ value: null, low: null, high: null, seeds: 3 });
});

it('measures a mean over seeds with its interval', () => {
  // Student's t of 0.975 with 2 degrees of freedom is 4.30265, and s / √3 = 1 / √3.
  const found = overSeeds([1, 2, 3], 'nats', 'why');
  expect(found).toMatchObject({ value: 2, unit: 'nats', seeds: 3, detail: 'why' });
  expect(found.high).toBeCloseTo(2 + 4.30265 / Math.sqrt(3), 4);
  expect(found.low).toBeCloseTo(2 - 4.30265 / Math.sqrt(3), 4);
});

it('measures nothing over seeds of which one has no value', () => {
  for (const missing of [null, NaN])
    expect(overSeeds([1, missing, 3], 'nats', 'why')).toMatchObject({
      value: null,
      low: null,
      high: null,
      seeds: 3,
    });
  expect(overSeeds([], 'nats', 'why').value).toBeNull();
});

it('counts the conditions that fail, and marks them', () => {
  const good = { holds: true, detail: 'a 1' };
  const bad = { holds: false, detail: 'b 2' };
  expect(failures([good, bad], 4)).toMatchObject({
    value: 1,
    seeds: 4,
    unit: 'of 2 conditions fails',
    detail: 'a 1; b 2 (fails)',
  });
  expect(failures([bad, bad])).toMatchObject({ value: 2, unit: 'of 2 conditions fail' });
  expect(failures([good]).value).toBe(0);
  expect(failures([]).value).toBeNull();
});

it('stands or falls with the worst case, and tells all', () => {
  const of = (label: string, value: number | null) => ({
    label,
    measurement: exactly(value, 'nats', `${value}`),
  });
  const cases = [of('a', 1), of('b', 3), of('c', 2)];
  expect(worst(cases, 'largest')).toMatchObject({ value: 3, unit: 'nats', detail: 'a: 1; b: 3; c: 2' });
  expect(worst(cases, 'smallest').value).toBe(1);
  expect(worst([...cases, of('d', null)], 'smallest').value).toBeNull();
  expect(worst([...cases, of('d', null)], 'largest').value).toBeNull();
  expect(worst([], 'largest').value).toBeNull();
});
