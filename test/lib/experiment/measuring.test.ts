import { table } from 'arquero';
import { expect, it } from 'vitest';
import { distinct, mean, median, rowsOf } from '../../../src/lib/experiment/measuring.js';

it('summarises', () => {
  expect(rowsOf(table({ a: [1, 2] }))).toEqual([{ a: 1 }, { a: 2 }]);
  expect(distinct([3, 1, 3, 2])).toEqual([3, 1, 2]);
  expect([mean([1, 2, 6]), mean([])]).toEqual([3, NaN]);
  expect([median([5, 1, 3]), median([4, 1, 2, 3]), median([7]), median([])]).toEqual([3, 2.5, 7, NaN]);
});
