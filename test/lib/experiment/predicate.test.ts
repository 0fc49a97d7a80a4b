import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../../src/lib/experiment/claim.js';
import {
  equals,
  isAtLeast,
  isAtMost,
  isLessThan,
  liesAbove,
  liesBelow,
} from '../../../src/lib/experiment/predicate.js';
import { countVerdicts } from '../../../src/lib/experiment/verdict.js';

const measured = (low: number | null, value: number | null, high: number | null): Measurement => ({
  low,
  value,
  high,
  unit: '',
  seeds: 3,
  detail: '',
});

describe('predicates', () => {
  it.each([
    [[-2, -1.5, -1], 'reproduced', 'not reproduced'],
    [[1, 2, 3], 'not reproduced', 'reproduced'],
    [[-1, 0.1, 1], 'inconclusive', 'inconclusive'],
    [[0, 0, 0], 'not reproduced', 'not reproduced'],
    [[null, null, null], 'inconclusive', 'inconclusive'],
  ] as const)('judge the interval %j against 0', ([low, value, high], below, above) => {
    expect(liesBelow(0)(measured(low, value, high))).toBe(below);
    expect(liesAbove(0)(measured(low, value, high))).toBe(above);
  });

  it('compare a count exactly', () => {
    expect(equals(0)(measured(0, 0, 0))).toBe('reproduced');
    expect(equals(0)(measured(1, 1, 1))).toBe('not reproduced');
    expect(equals(0)(measured(null, null, null))).toBe('inconclusive');
  });

  it.each([
    [0.9, 'not reproduced', 'reproduced', 'reproduced'],
    [1, 'reproduced', 'not reproduced', 'reproduced'],
    [1.1, 'reproduced', 'not reproduced', 'not reproduced'],
    [null, 'inconclusive', 'inconclusive', 'inconclusive'],
  ] as const)('compare the point estimate %j with 1, whatever its interval', (value, least, less, most) => {
    expect(isAtLeast(1)(measured(-9, value, 9))).toBe(least);
    expect(isLessThan(1)(measured(-9, value, 9))).toBe(less);
    expect(isAtMost(1)(measured(-9, value, 9))).toBe(most);
  });
});

it('verdicts are counted, the absent ones too', () => {
  expect(countVerdicts(['reproduced', 'inconclusive', 'reproduced'])).toEqual({
    reproduced: 2,
    'not reproduced': 0,
    inconclusive: 1,
    'not tested': 0,
  });
});
