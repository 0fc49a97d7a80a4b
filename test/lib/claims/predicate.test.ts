import { expect, it } from 'vitest';
import {
  direction,
  equals,
  isAtLeast,
  isAtMost,
  liesAbove,
  liesBelow,
} from '../../../src/lib/claims/predicate.js';
import { countVerdicts } from '../../../src/lib/claims/verdict.js';

it('is data, with the bound as the smallest effect where none is named', () => {
  expect(liesAbove(0, { effect: 0.1 })).toEqual({ side: 'above', bound: 0, effect: 0.1 });
  expect(liesBelow(2)).toEqual({ side: 'below', bound: 2, effect: 2 });
  expect(isAtLeast(1)).toEqual({ side: 'at least', bound: 1, effect: 1 });
  expect(equals(0)).toEqual({ side: 'equal to', bound: 0, effect: 0 });
  expect([liesAbove(0), isAtLeast(0), equals(0), liesBelow(0), isAtMost(0)].map(direction)).toEqual([
    1, 1, 1, -1, -1,
  ]);
});

it('refuses an effect on the wrong side of the bound, and what is no number', () => {
  expect(() => liesAbove(0, { effect: -0.1 })).toThrow('-0.1 is not above the bound 0');
  expect(() => liesBelow(0, { effect: 0.1 })).toThrow('0.1 is not below the bound 0');
  expect(() => isAtMost(NaN)).toThrow('not NaN');
});

it('verdicts are counted, the absent ones too', () => {
  expect(countVerdicts(['reproduced', 'inconclusive', 'reproduced'])).toEqual({
    reproduced: 2,
    'not reproduced': 0,
    inconclusive: 1,
    'not tested': 0,
  });
});
