import { describe, expect, it } from 'vitest';
import { kraskov } from '../../../src/lib/information/kraskov.js';
import { distributions } from '../../../src/papers/estimators/distributions.js';
import { accuracyOf, estimateOf, sampleOf } from '../../../src/papers/estimators/trial.js';

describe('the distributions', () => {
  it.each(distributions)('$id carries the information it is asked for', ({ id, dimension = 1, shape }) => {
    const of = { distribution: id, dimension, n: 1000, information: 0.6, shape: shape?.value ?? 0 };
    const pair = sampleOf(of, 1, 0);
    expect(pair.x.reduce((sum, value) => sum + value * value, 0) / pair.x.length).toBeCloseTo(1, 2);
    // KSG lies below the truth where dimensions depend on each other, by up to 0.2 here; the rest is chance.
    const estimate = kraskov(pair);
    expect(estimate).toBeGreaterThan(0.35);
    expect(estimate).toBeLessThan(0.75);
  });
});

describe('accuracyOf', () => {
  it('compares with the truth, and leaves out what has no answer', () => {
    const { answers, mean, bias, sd, rmse } = accuracyOf([1, null, 3], 1);
    expect([answers, mean, bias]).toEqual([2, 2, 1]);
    expect(sd).toBeCloseTo(Math.SQRT2, 12);
    expect(rmse).toBeCloseTo(Math.SQRT2, 12);
    expect(accuracyOf([null], 1)).toEqual({ answers: 0, mean: null, bias: null, sd: null, rmse: null });
  });

  it('takes a RangeError or an infinity for no answer, and lets other errors through', () => {
    const pair = { x: new Float64Array(1), dimensionX: 1, y: new Float64Array(1), dimensionY: 1 };
    const told = (estimate: () => number) => () => estimateOf({ estimate }, pair);
    expect(told(() => Infinity)()).toBeNull();
    expect(
      told(() => {
        throw new RangeError('none');
      })(),
    ).toBeNull();
    expect(
      told(() => {
        throw new TypeError('wrong');
      }),
    ).toThrow('wrong');
  });
});
