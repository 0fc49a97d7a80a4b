import { describe, expect, it } from 'vitest';
import { distributions } from '../../../../src/lib/information/bench/distributions.js';
import { accuracyOf, estimateOf, sampleOf } from '../../../../src/lib/information/bench/trial.js';
import {
  equalCountInformation,
  equalWidthInformation,
} from '../../../../src/lib/information/binned-information.js';
import {
  noiseOfInformation,
  uniformNoiseInformation,
} from '../../../../src/lib/information/known/uniform-noise-channel.js';
import { kraskov } from '../../../../src/lib/information/kraskov.js';

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

  it.each([0.05, 0.3, 0.5, 0.7, 2, 6])('finds the uniform noise for %d nats', (information) => {
    expect(uniformNoiseInformation(3, noiseOfInformation(information, 3))).toBeCloseTo(information, 10);
  });

  it('agrees with the entropies of the trapezium: h(Y) − h(U), integrated numerically', () => {
    for (const epsilon of [0.2, 0.8]) {
      const density = (y: number) =>
        Math.max(0, Math.min(1, y + epsilon) - Math.max(0, y - epsilon)) / (2 * epsilon);
      const steps = 200_000;
      const step = (1 + 2 * epsilon) / steps;
      let entropy = 0;
      for (let i = 0; i < steps; i++) {
        const p = density(-epsilon + (i + 0.5) * step);
        if (p > 0) entropy -= step * p * Math.log(p);
      }
      expect(uniformNoiseInformation(1, epsilon)).toBeCloseTo(entropy - Math.log(2 * epsilon), 6);
    }
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
    const told = (estimate: () => number) => () =>
      estimateOf({ id: 'x', label: 'x', description: 'x', estimate }, pair);
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

describe('binned information', () => {
  const x = Float64Array.of(0, 1, 2, 90, 91, 300);
  const pair = { x, dimensionX: 1, y: x, dimensionY: 1 };

  it('is the entropy of the bins where y is x', () => {
    // Bins of equal width hold 5 points and 1, bins of equal counts 3 and 3.
    const h = -(5 / 6) * Math.log(5 / 6) - (1 / 6) * Math.log(1 / 6);
    expect(equalWidthInformation(pair, 2)).toBeCloseTo(h, 12);
    expect(equalCountInformation(pair, 2)).toBeCloseTo(Math.LN2, 12);
  });
});
