import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyNumber } from '../../../src/lib/claims/attainable.js';
import type { ExactClaim, SampledClaim } from '../../../src/lib/claims/claim.js';
import { atLeast } from '../../../src/lib/claims/gate.js';
import { judge } from '../../../src/lib/claims/judge.js';
import {
  type Conditions,
  exactly,
  type ExactMeasurement,
  type IntervalMeasurement,
  overSeeds,
  shareOf,
} from '../../../src/lib/claims/measurement.js';
import {
  equals,
  isAtLeast,
  isAtMost,
  liesAbove,
  liesBelow,
  type Predicate,
} from '../../../src/lib/claims/predicate.js';
import { random } from '../../../src/lib/statistics/random.js';

const stated = {
  id: 'a',
  statement: 'A is large.',
  origin: 'body',
  source: { grade: 'text', place: 'Table 1' },
  reported: 'large',
  tables: [],
  criterion: 'above 0',
  pilot: false,
} as const;

type Measured<M extends IntervalMeasurement | ExactMeasurement> = M | Conditions<M>;

const sampled = (
  measured: Measured<IntervalMeasurement>,
  asks: Predicate,
  more: Partial<SampledClaim> = {},
) => judge({ ...stated, asks, measure: () => measured, ...more }, {});
const exact = (measured: Measured<ExactMeasurement>, asks: Predicate) =>
  judge(
    {
      ...stated,
      asks,
      exact: 'counted',
      measure: () => measured,
      attainable: () => anyNumber,
    } satisfies ExactClaim,
    {},
  );

/** Five seeds around a mean: Student's interval is ± 1.963 spreads. */
const around = (mean: number, spread = 0.1) =>
  overSeeds(
    [-2, -1, 0, 1, 2].map((i) => mean + i * spread),
    'nats',
    `${mean}`,
  );

describe('one interval', () => {
  it.each([
    [1, 'reproduced', 'not reproduced'],
    [-1, 'not reproduced', 'reproduced'],
    [0.1, 'inconclusive', 'inconclusive'],
  ] as const)('around %d against 0', (mean, above, below) => {
    expect(sampled(around(mean), liesAbove(0)).verdict).toBe(above);
    expect(sampled(around(mean), isAtLeast(0)).verdict).toBe(above);
    expect(sampled(around(mean), liesBelow(0)).verdict).toBe(below);
    expect(sampled(around(mean), isAtMost(0)).verdict).toBe(below);
  });

  it('beyond the bound is not enough where it excludes the smallest effect of interest', () => {
    const asks = liesAbove(0, { effect: 2 });
    expect(sampled(around(1), asks).verdict).toBe('not reproduced');
    expect(sampled(around(1.9), asks).verdict).toBe('reproduced');
    expect(sampled(around(0.1), asks).verdict).toBe('not reproduced');
    expect(sampled(around(0.1), liesAbove(0, { effect: 0.2 })).verdict).toBe('inconclusive');
    expect(sampled(around(-1), liesBelow(0, { effect: -2 })).verdict).toBe('not reproduced');
  });

  it('of fewer than five repetitions decides nothing, and says how many would', () => {
    const four = overSeeds([1, 1.1, 1.2, 1.3], 'nats', '');
    expect(sampled(four, liesAbove(0))).toMatchObject({
      verdict: 'inconclusive',
      because: 'fewer than 5 independent repetitions',
      needed: 5,
    });
    expect(sampled(overSeeds([-1, -1.1], 'nats', ''), liesAbove(0)).verdict).toBe('inconclusive');
  });

  it('with a missing run decides nothing, whatever the others say', () => {
    const missing = overSeeds([9, 9.1, 9.2, 9.1, 9.3, null], 'nats', '');
    expect(sampled(missing, liesAbove(0))).toMatchObject({
      verdict: 'inconclusive',
      because: 'a repetition or a condition has no value',
    });
  });

  it('that straddles the bound says about how many repetitions would decide', () => {
    const found = sampled(around(0.1), liesAbove(0));
    expect(found).toMatchObject({ because: 'the interval does not decide', needed: 13 });
    // As many as that do, with the same spread: the five values over and over have a slightly smaller one.
    const more = overSeeds(
      Array.from({ length: 15 }, (_, i) => 0.1 + 0.1 * ((i % 5) - 2)),
      'nats',
      '',
    );
    expect(sampled(more, liesAbove(0)).verdict).toBe('reproduced');
  });
});

describe('an exact number', () => {
  it.each([
    [equals(0), 0, 'reproduced'],
    [equals(0), 1, 'not reproduced'],
    [liesAbove(0), 0, 'not reproduced'],
    [isAtLeast(0), 0, 'reproduced'],
    [liesAbove(0, { effect: 2 }), 1, 'not reproduced'],
    [liesBelow(0), -1, 'reproduced'],
    [equals(0), null, 'inconclusive'],
  ] as const)('%o of %d', (asks, value, verdict) => {
    expect(exact(exactly(value, '', ''), asks).verdict).toBe(verdict);
  });

  it('has no interval', () => {
    const wrong = around(1) as unknown as ExactMeasurement;
    expect(() => exact(wrong, liesAbove(0))).toThrow('measures without an interval');
  });
});

describe('several conditions', () => {
  const of = (...means: number[]) =>
    means.map((mean) => ({ label: `at ${mean}`, measurement: around(mean) }));

  it('are reproduced where all are, and hang on the one nearest to the bound', () => {
    const found = sampled(of(3, 1, 2), liesAbove(0));
    expect(found).toMatchObject({ verdict: 'reproduced', binding: { label: 'at 1' } });
    expect(found.conditions).toHaveLength(3);
  });

  it('are not where one is not, and hang on that one', () => {
    const found = sampled(of(3, -1, 0.1), liesAbove(0));
    expect(found).toMatchObject({ verdict: 'not reproduced', binding: { label: 'at -1' } });
  });

  it('are open where one is, and name it', () => {
    const found = sampled(of(3, 0.1), liesAbove(0));
    expect(found).toMatchObject({ verdict: 'inconclusive', binding: { label: 'at 0.1' } });
    expect(found.because).toBe('the interval does not decide (at 0.1)');
    expect(sampled(of(3, 0.1, 0.11, 0.12, 0.13), liesAbove(0)).because).toBe(
      'the interval does not decide (4 of 5 conditions)',
    );
    expect(sampled([], liesAbove(0))).toMatchObject({ verdict: 'inconclusive', binding: undefined });
  });

  it('ask for what is their own, where it is', () => {
    const [first, second] = of(3, -3);
    const found = sampled([first, { ...second, asks: liesBelow(0) }], liesAbove(0));
    expect(found.verdict).toBe('reproduced');
    expect(found.conditions.map(({ asks }) => asks.side)).toEqual(['above', 'below']);
  });

  it('fail by Holm’s correction: what one alone would refute, eight that look alike do not', () => {
    // t = −0.2 / (0.1 · 1.5811 / √5) = −2.83 with 4 degrees of freedom, p = 0.047.
    const weak = { label: 'weak', measurement: around(-0.2) };
    expect(sampled(weak.measurement, liesAbove(0)).verdict).toBe('not reproduced');
    expect(sampled([weak, ...of(1, 2, 3)], liesAbove(0)).verdict).toBe('inconclusive');
    const strong = { label: 'strong', measurement: around(-2) };
    expect(sampled([strong, ...of(1, 2, 3)], liesAbove(0)).verdict).toBe('not reproduced');
  });

  it('hang, of several violations, on the one with the most, and of several that hold, on the nearest', () => {
    const counts = [0, 1, 3].map((value) => ({ label: `${value}`, measurement: exactly(value, '', '') }));
    expect(exact(counts, equals(0)).binding?.label).toBe('3');
    expect(exact(counts, liesBelow(4)).binding?.label).toBe('3');
    expect(exact(counts.slice(0, 1), liesBelow(3)).binding?.label).toBe('0');
    const missing = { label: 'missing', measurement: exactly(null, '', '') };
    expect(exact([...counts, missing], liesBelow(4))).toMatchObject({
      verdict: 'inconclusive',
      binding: { label: 'missing' },
    });
  });

  it('that are exact need no correction', () => {
    const conditions = [0, 1].map((value) => ({ label: `${value}`, measurement: exactly(value, '', '') }));
    expect(exact(conditions, equals(0))).toMatchObject({
      verdict: 'not reproduced',
      binding: { label: '1' },
    });
  });
});

describe('a gate', () => {
  it('that is closed leaves the claim open, whatever was measured, and says which', () => {
    const gated = (accuracy: number | null) =>
      sampled(around(1), liesAbove(0), { gates: () => [atLeast('training accuracy', accuracy, 0.9)] });
    expect(gated(0.95)).toMatchObject({ verdict: 'reproduced', gates: [{ open: true }] });
    expect(gated(0.21)).toMatchObject({
      verdict: 'inconclusive',
      because: 'what it presupposes does not hold: training accuracy is 0.9 or more (0.21)',
    });
    expect(gated(null).because).toContain('not measured');
  });
});

it('a verdict turns round with the sign of what is measured and asked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 12 }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      (values, bound, beyond) => {
        const above = sampled(overSeeds(values, '', ''), liesAbove(bound, { effect: bound + beyond }));
        const mirrored = overSeeds(
          values.map((value) => -value),
          '',
          '',
        );
        const below = sampled(mirrored, liesBelow(-bound, { effect: -bound - beyond }));
        expect(below.verdict).toBe(above.verdict);
        expect(below.needed).toBe(above.needed);
      },
    ),
  );
});

it('a difference that is not there is called reproduced in one of forty experiments', () => {
  const { normal } = random(1, 'null');
  const trials = 4000;
  const found = Array.from({ length: trials }, () => {
    const values = Array.from({ length: 6 }, () => normal());
    return sampled(overSeeds(values, '', ''), liesAbove(0)).verdict;
  });
  const share = found.filter((verdict) => verdict === 'reproduced').length / trials;
  // 0.025 ± 4 standard errors.
  expect(Math.abs(share - 0.025)).toBeLessThan(0.01);
});

it('a share is judged by its own interval', () => {
  const outcomes = (successes: number) => Array.from({ length: 40 }, (_, i) => i < successes);
  expect(sampled(shareOf(outcomes(35), '', ''), liesAbove(0.5)).verdict).toBe('reproduced');
  expect(sampled(shareOf(outcomes(22), '', ''), liesAbove(0.5)).verdict).toBe('inconclusive');
  expect(sampled(shareOf(outcomes(5), '', ''), liesAbove(0.5)).verdict).toBe('not reproduced');
});
