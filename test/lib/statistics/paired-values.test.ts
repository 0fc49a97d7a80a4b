import { expect, it } from 'vitest';
import { pairedValues } from '../../../src/lib/statistics/paired-values.js';

const seeds = (...names: number[]) => names.map((seed) => ({ seed, value: 10 ** seed }));
const difference = (first: ReturnType<typeof seeds>, second: ReturnType<typeof seeds>) =>
  pairedValues(
    first,
    second,
    ({ seed }) => seed,
    (a, b) => a.value - b.value,
  );

it('pairs by key, in whatever order, and keeps a place for what lacks a partner on either side', () => {
  expect(difference(seeds(0, 1), seeds(1, 0))).toEqual([0, 0]);
  expect(difference(seeds(0, 1), seeds(0))).toEqual([0, null]);
  expect(difference(seeds(0), seeds(2, 0))).toEqual([0, null]);
});

it('refuses a key that comes twice', () => {
  expect(() => difference(seeds(1, 1), seeds(1))).toThrow(RangeError);
});
