import { table } from 'arquero';
import { expect, it } from 'vitest';
import {
  distinct,
  exactly,
  failures,
  fixed,
  mean,
  median,
  percent,
  rowsOf,
} from '../../../src/lib/experiment/measuring.js';

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

it('counts the conditions that fail, and marks them', () => {
  const [good, bad] = [
    { holds: true, detail: 'a 1' },
    { holds: false, detail: 'b 2' },
  ];
  expect(failures([good, bad], 4)).toMatchObject({
    ...{ value: 1, seeds: 4 },
    unit: 'of 2 conditions fails',
    detail: 'a 1; b 2 (fails)',
  });
  expect(failures([bad, bad])).toMatchObject({ value: 2, unit: 'of 2 conditions fail' });
  expect(failures([good]).value).toBe(0);
  expect(failures([]).value).toBeNull();
});

it('summarises', () => {
  expect(rowsOf(table({ a: [1, 2] }))).toEqual([{ a: 1 }, { a: 2 }]);
  expect(distinct([3, 1, 3, 2])).toEqual([3, 1, 2]);
  expect([mean([1, 2, 6]), mean([])]).toEqual([3, NaN]);
  expect([median([5, 1, 3]), median([4, 1, 2, 3]), median([7]), median([])]).toEqual([3, 2.5, 7, NaN]);
  expect([fixed(-0.256, 2), fixed(3, 0), percent(0.284)]).toEqual(['−0.26', '3', '28 %']);
});
