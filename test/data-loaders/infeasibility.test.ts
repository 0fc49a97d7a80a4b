import { describe, expect, it } from 'vitest';
import {
  between,
  countsOf,
  nonNegative,
  relativeTo,
  shares,
  type ValueRange,
} from '../../src/lib/claims/attainable.js';
import { exactly, type Measurement, overSeeds, shareOf } from '../../src/lib/claims/measurement.js';
import {
  equals,
  isAtLeast,
  isAtMost,
  liesAbove,
  liesBelow,
  type Predicate,
} from '../../src/lib/claims/predicate.js';
import { infeasibility } from './infeasibility.js';

const wrongWith = (measurement: Measurement, asks: Predicate, range?: ValueRange) =>
  infeasibility(
    { id: 'a', ...(range && { attainable: () => range }) },
    {},
    { label: 'b', measurement, asks },
  );

const about = (mean: number) =>
  overSeeds(
    [-2, -1, 0, 1, 2].map((i) => mean + i / 1000),
    '',
    '',
  );

describe('a mean', () => {
  it.each([
    ['an accuracy of 0.97 that is to rise by 0.05', isAtLeast(0.05), relativeTo(shares, 0.97), 'met'],
    ['one that is to rise by 0.02', isAtLeast(0.02), relativeTo(shares, 0.97), undefined],
    ['one that is not to rise by 0.05', isAtMost(0.05), relativeTo(shares, 0.97), 'missed'],
    ['an error that is to lie below 0', liesBelow(0), nonNegative, 'met'],
    ['an error that is to lie above 0', liesAbove(0), nonNegative, 'missed'],
    ['… by an effect of interest', liesAbove(0, { effect: 0.1 }), nonNegative, undefined],
    ['an effect that is larger than anything', liesAbove(0, { effect: 0.1 }), between(-1, 0.05), 'met'],
    ['a gain that cannot be a loss of as much', liesAbove(-0.1, { effect: 0.1 }), between(0, 1), 'missed'],
  ] as const)('%s', (_, asks, range, cannot) => {
    expect(wrongWith(about(0.01), asks, range)).toEqual(cannot ? [`a, b: cannot be ${cannot}`] : []);
  });

  it('has to come out between the values that are said to be possible', () => {
    expect(wrongWith(about(0.5), isAtLeast(0.02), relativeTo(shares, 0.97))).toEqual([
      expect.stringMatching(/^a, b: 0\.49\d* to 0\.50\d* is not in -0\.97 to 0\.03/),
    ]);
  });

  it('needs a range', () => {
    expect(() => wrongWith(about(0), liesAbove(0))).toThrow('between which values');
  });
});

describe('what is exact', () => {
  it.each([
    ['exceptions of which there is to be none', equals(0), countsOf(1), undefined],
    ['one exception, where there are no more cases', isAtMost(1), countsOf(1), 'missed'],
    ['a variance that is to be positive', liesAbove(0), shares, undefined],
    ['a loss that is to be negative', liesBelow(0), between(-Infinity, -0.5), 'missed'],
  ] as const)('%s', (_, asks, range, cannot) => {
    const value = Math.max(range.least, -1);
    expect(wrongWith(exactly(value, '', ''), asks, range)).toEqual(
      cannot ? [`a, b: cannot be ${cannot}`] : [],
    );
  });
});

it('judges a share at both ends, with as many repetitions', () => {
  const none = (repetitions: number) => shareOf(Array<boolean>(repetitions).fill(false), '', '');
  expect(wrongWith(none(20), isAtMost(0.05))).toEqual(['a, b: cannot be met']);
  expect(wrongWith(none(200), isAtMost(0.05))).toEqual([]);
});

it('knows no range of nothing, and none that starts where nothing was measured', () => {
  expect(() => countsOf(0)).toThrow('no value lies between 0 and 0');
  expect(() => relativeTo(shares, undefined)).toThrow(RangeError);
});
