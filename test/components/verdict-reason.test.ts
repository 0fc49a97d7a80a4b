import { describe, expect, it } from 'vitest';
import { verdictReason } from '../../src/components/verdict-reason.js';
import type { ConditionCell } from '../../src/lib/claims/claim-columns.js';
import { claimCondition, claimRow } from './claim-row.js';

const condition = (values: Partial<ConditionCell>): ConditionCell =>
  claimCondition({ label: '', repetitions: 10, verdict: 'inconclusive', ...values });

const reason = (
  verdict: Parameters<typeof claimRow>[0]['verdict'],
  conditions: readonly Partial<ConditionCell>[],
  more: Parameters<typeof claimRow>[0] = {},
) =>
  verdictReason(
    claimRow({
      verdict,
      conditions: JSON.stringify(conditions.map((values) => condition({ verdict, ...values }))),
      ...more,
    }),
  );

describe('why a claim is inconclusive', () => {
  it('is first the gate that is shut', () => {
    const gates = JSON.stringify([
      { asks: 'accuracy is 0.9 or more', found: '0.95', open: true },
      { asks: 'the error is 0.5 or less', found: '0.617', open: false },
      { asks: 'the other is 0.5 or less', found: '0.7', open: false },
    ]);
    expect(reason('inconclusive', [{}], { gates, needed: 9 })).toBe(
      'gate shut: it does not hold that the error is 0.5 or less (found: 0.617), nor does one more',
    );
  });

  it('is a repetition that has no value, and in which condition', () => {
    const missing = { value: null, low: null, high: null };
    expect(reason('inconclusive', [missing])).toBe('a repetition has no value');
    expect(reason('inconclusive', [{ ...missing, label: 'Bike' }, {}])).toBe(
      'one of two conditions has no value: Bike',
    );
    expect(reason('inconclusive', [missing, missing, {}])).toBe('two of three conditions have no value');
  });

  it('is that there are few repetitions, with how many would decide', () => {
    const few = [{ repetitions: 3 }, { repetitions: 4, verdict: 'reproduced' as const }];
    expect(reason('inconclusive', few, { needed: 8 })).toBe(
      '3 repetitions: fewer than 5 decide nothing, wherever the interval lies; about 8 would decide',
    );
    expect(reason('inconclusive', [{ repetitions: 1 }])).toBe(
      '1 repetition: fewer than 5 decide nothing, wherever the interval lies',
    );
  });

  it('is where the interval lies', () => {
    const across = { low: 0.38, high: 0.71, bound: 0.5, effect: 0.5 };
    expect(reason('inconclusive', [across], { needed: 417 })).toBe(
      'the bound, 0.5, is in the interval; 10 repetitions, about 420 would decide',
    );
    expect(reason('inconclusive', [{}, {}])).toBe('both conditions are undecided');
    expect(reason('inconclusive', [{ label: 'Duffing' }, { verdict: 'reproduced' }])).toBe(
      'one of two conditions is undecided: Duffing',
    );
  });

  it('is what the judgement says where there is nothing to look at', () => {
    expect(reason('inconclusive', [], { because: 'there is nothing to measure' })).toBe(
      'there is nothing to measure',
    );
  });
});

describe('why a claim is not reproduced', () => {
  it('is the conditions that fail, by name where it is one', () => {
    const held = { verdict: 'reproduced' as const };
    expect(reason('not reproduced', [{ label: 'noise 30 %' }, held, held, held])).toBe(
      'one of four conditions fails: noise 30 %',
    );
    expect(reason('not reproduced', [{ label: 'A, end' }, { label: 'B' }, held])).toBe(
      'two of three conditions fail: A, end; B',
    );
    expect(reason('not reproduced', [{}, {}, {}, held])).toBe('three of four conditions fail');
    expect(reason('not reproduced', [{}, {}])).toBe('both conditions fail');
    expect(reason('not reproduced', [{}, {}, {}])).toBe('all three conditions fail');
  });

  it.each([
    [{ low: -2, high: -1 }, 'all of the interval is below the bound, 0'],
    [{ side: 'below' as const }, 'all of the interval is above the bound, 0'],
    [
      { low: 0.1, high: 0.3, effect: 0.5 },
      'too small: all of the interval falls short of 0.5, the least that would matter',
    ],
    [{ value: 11, low: 11, high: 11, side: 'equal to' as const }, '11, where 0 is asked for'],
    [{ value: -1, low: -1, high: -1, side: 'at least' as const }, '−1, where 0 or more is asked for'],
  ])('is where a single interval lies, or a single number: %o', (values, words) => {
    expect(reason('not reproduced', [values])).toBe(words);
  });
});

it('is told of what was reproduced and of what was not tested as well', () => {
  expect(reason('reproduced', [{}])).toBe('all of the interval is above 0');
  expect(reason('reproduced', [{ value: 0, low: 0, high: 0, side: 'at most' }])).toBe('it is 0 or less');
  expect(reason('reproduced', [{}, {}])).toBe('both conditions hold');
  expect(verdictReason(claimRow({ verdict: 'reproduced' }))).toBeUndefined();
  expect(verdictReason(claimRow({ verdict: 'not tested', because: 'no data' }))).toBe('no data');
});
