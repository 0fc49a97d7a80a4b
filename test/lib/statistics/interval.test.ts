import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval } from '../../../src/lib/statistics/interval.js';

describe('meanInterval', () => {
  it('agrees with scipy 1.17.1, ttest_1samp(...).confidence_interval(0.95)', () => {
    const { value, low, high } = meanInterval([2.1, 3.4, 1.9, 5.0, 2.2]);
    expect(value).toBeCloseTo(2.92, 12);
    expect(low).toBeCloseTo(1.3024973152767876, 10);
    expect(high).toBeCloseTo(4.537502684723213, 10);
  });

  it('shifts and scales with the sample', () => {
    const sample = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(sample, (values) => {
        const { value, low, high } = meanInterval(values);
        const moved = meanInterval(values.map((v) => 3 * v + 1));
        expect(moved.value).toBeCloseTo(3 * value! + 1, 9);
        expect(moved.low).toBeCloseTo(3 * low! + 1, 8);
        expect(moved.high).toBeCloseTo(3 * high! + 1, 8);
      }),
    );
  });

  it('says what it does not know', () => {
    expect(meanInterval([])).toEqual({ value: null, low: null, high: null });
    expect(meanInterval([4])).toEqual({ value: 4, low: null, high: null });
    expect(() => meanInterval([1, NaN])).toThrow(/value 1 is NaN/);
    expect(() => meanInterval([1e308, 1e308])).toThrow('scale them down');
    for (const confidence of [-0.5, 0, 1, 1.5, NaN])
      expect(() => meanInterval([1, 2], confidence)).toThrow('is not between 0 and 1');
  });
});
