import { describe, expect, it } from 'vitest';
import {
  bootstrapped,
  correlationOf,
  exactly,
  overSeeds,
  shareOf,
} from '../../../src/lib/claims/measurement.js';

const nothing = { value: null, low: null, high: null };

describe('exactly', () => {
  it('is a number without spread, and nothing where there is none', () => {
    const found = { value: 2, low: 2, high: 2, unit: 'bits', uncertainty: 'exact', detail: 'why' };
    expect(exactly(2, 'bits', 'why')).toEqual(found);
    expect(exactly(NaN, 'bits', 'why')).toMatchObject(nothing);
    expect(exactly(null, 'bits', 'why')).toMatchObject(nothing);
  });
});

describe('overSeeds', () => {
  it('is a mean with Student’s interval and the test that it inverts', () => {
    // Student's t of 0.975 with 2 degrees of freedom is 4.30265, and s / √3 = 1 / √3.
    const found = overSeeds([1, 2, 3], 'nats', 'why');
    expect(found).toMatchObject({ value: 2, repetitions: 3, uncertainty: 'Student' });
    expect(found.high).toBeCloseTo(2 + 4.30265 / Math.sqrt(3), 4);
    expect(found.low).toBeCloseTo(2 - 4.30265 / Math.sqrt(3), 4);
    expect(found.pValue(found.low!)).toBeCloseTo(0.05, 12);
    expect(found.pValue(found.high!)).toBeCloseTo(0.05, 12);
    // scipy 1.17.1, scipy.stats.ttest_1samp([1, 2, 3], 0).pvalue.
    expect(found.pValue(0)).toBeCloseTo(0.07417990022744854, 12);
  });

  it('is nothing where a repetition has no value, and where there is none', () => {
    for (const missing of [null, NaN, Infinity])
      expect(overSeeds([1, missing, 3], 'nats', 'why')).toMatchObject({ ...nothing, repetitions: 3 });
    expect(overSeeds([], 'nats', 'why')).toMatchObject(nothing);
    expect(overSeeds([null], 'nats', 'why').pValue(0)).toBe(1);
  });

  it('has no interval of one value, and one without width of equal values', () => {
    expect(overSeeds([2], 'nats', 'why')).toMatchObject({ value: 2, low: null, high: null });
    const equal = overSeeds([2, 2, 2, 2, 2], 'nats', 'why');
    expect(equal).toMatchObject({ value: 2, low: 2, high: 2 });
    expect([equal.pValue(2), equal.pValue(1)]).toEqual([1, 0]);
  });
});

describe('shareOf', () => {
  it('is a share with Clopper and Pearson’s interval', () => {
    const outcomes = Array.from({ length: 10 }, (_, i) => i < 3);
    const found = shareOf(outcomes, 'of networks', 'why');
    expect(found).toMatchObject({ value: 0.3, repetitions: 10, uncertainty: 'Clopper–Pearson' });
    // scipy 1.17.1, binomtest(3, 10).proportion_ci(0.95, 'exact').
    expect(found.low).toBeCloseTo(0.06673951117773447, 10);
    expect(found.high).toBeCloseTo(0.652452850060008, 10);
  });

  it('is nothing where an outcome is missing', () => {
    expect(shareOf([true, null, true], '', '')).toMatchObject({ ...nothing, repetitions: 3 });
    expect(shareOf([], '', '')).toMatchObject(nothing);
  });
});

describe('correlationOf', () => {
  it('is a correlation with the interval on Fisher’s scale, and nothing for few pairs', () => {
    const found = correlationOf({ value: 0.3, pairs: 20, kind: 'Pearson' }, 'r', 'why');
    expect(found).toMatchObject({ value: 0.3, repetitions: 20, uncertainty: 'Fisher z, Pearson' });
    expect(found.low).toBeCloseTo(-0.16433762668012203, 10);
    expect(correlationOf({ value: 0.3, pairs: 4, kind: 'Pearson' }, '', '')).toMatchObject(nothing);
    expect(correlationOf({ value: NaN, pairs: 9, kind: 'Kendall' }, '', '')).toMatchObject(nothing);
  });
});

describe('bootstrapped', () => {
  it('resamples units, and is nothing where the statistic does not exist', () => {
    const first = (units: readonly number[]) => units.reduce((sum, unit) => sum + unit, 0) / units.length;
    const found = bootstrapped([1, 2, 3, 4, 5, 6], first, 'nats', 'why');
    expect(found).toMatchObject({ value: 3.5, repetitions: 6, uncertainty: 'bootstrap' });
    expect(bootstrapped([1], first, '', '')).toMatchObject(nothing);
    expect(bootstrapped([1, 2], () => NaN, '', '')).toMatchObject(nothing);
  });
});
