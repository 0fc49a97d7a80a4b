import { expect, test } from 'vitest';
import { spearman } from '../../../src/lib/statistics/spearman.js';

test('is one for a rising curve, minus one for a falling one', () => {
  expect(spearman([1, 2, 3, 9], [0.1, 5, 6, 600])).toBeCloseTo(1, 12);
  expect(spearman([1, 2, 3, 9], [3, 2, 1, 0])).toBeCloseTo(-1, 12);
});

test('one swap of neighbours among seven costs 12 / (7 · 48); ties share their rank', () => {
  expect(spearman([1, 2, 3, 4, 5, 6, 7], [1, 2, 4, 3, 5, 6, 7])).toBeCloseTo(1 - 12 / 336, 12);
  // Ranks (1, 2.5, 2.5, 4) against (1, 2, 3, 4): 4.5 / √(4.5 · 5).
  expect(spearman([0, 1, 1, 2], [1, 2, 3, 4])).toBeCloseTo(Math.sqrt(4.5 / 5), 12);
  expect(() => spearman([1], [1, 2])).toThrow(RangeError);
});
