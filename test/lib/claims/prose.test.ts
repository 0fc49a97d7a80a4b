import { describe, expect, it } from 'vitest';
import { meanOf, where } from '../../../src/lib/claims/prose.js';

const rows = [
  { seed: 1, error: 1 },
  { seed: 2, error: 3 },
  { seed: 3, error: null },
];

describe('what a text reads off rows', () => {
  it('is of rows that are there', () => {
    expect(where(rows, ({ seed }) => seed > 1)).toEqual(rows.slice(1));
    expect(() => where(rows, ({ seed }) => seed > 3)).toThrow(/no row is as asked: .*seed > 3/);
  });

  it('is a mean of values that are there', () => {
    expect(meanOf(rows, ({ error }) => error)).toBe(2);
    expect(() => meanOf(rows.slice(2), ({ error }) => error)).toThrow('no row has a value');
    expect(() => meanOf([], () => 1)).toThrow('no row has a value');
  });
});
