import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile, incompleteBeta } from '../../../src/lib/statistics/beta.js';

describe('the incomplete beta function', () => {
  it('agrees with SciPy 1.17.1 (betainc)', () => {
    for (const [a, b, x, value] of [
      [3, 8, 0.1, 0.0701908264],
      [450, 551, 0.43, 0.10660304048038632],
      [20_000, 30_000, 0.395, 0.011162446832130227],
      [0.5, 0.5, 0.3, 0.36901011956554536],
    ])
      expect(Math.abs(incompleteBeta(x, a, b) / value - 1)).toBeLessThan(1e-12);
  });

  it('is a power where one parameter is 1, and mirrors where they change places', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        (x, a, b) => {
          expect(incompleteBeta(x, a, 1)).toBeCloseTo(x ** a, 12);
          expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it('refuses what is out of range', () => {
    expect(() => incompleteBeta(1.1, 1, 1)).toThrow(RangeError);
    expect(() => incompleteBeta(0.5, 0, 1)).toThrow(RangeError);
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe('the beta quantile', () => {
  it('agrees with SciPy 1.17.1 (beta.ppf)', () => {
    for (const [p, a, b, value] of [
      [0.05, 3, 8, 0.08726443391415033],
      [0.975, 46, 55, 0.552719811226064],
      [0.05, 450, 551, 0.42375716515411666],
      [0.005, 1, 1000, 5.012529260777506e-6],
      [0.995, 5000, 20_001, 0.20655286567971537],
      [0.25, 2, 2, 0.3263518223330697],
    ])
      expect(Math.abs(betaQuantile(p, a, b) / value - 1)).toBeLessThan(1e-12);
  });

  it('is where the distribution has the probability, from wherever the search begins', () => {
    const inside = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    const shape = fc.double({ min: 1, max: 3000, noNaN: true });
    fc.assert(
      fc.property(inside, shape, shape, inside, (p, a, b, start) => {
        const x = betaQuantile(p, a, b, start);
        expect(Math.abs(incompleteBeta(x, a, b) - p)).toBeLessThan(1e-11);
        expect(Math.abs(betaQuantile(p, a, b) / x - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it('has its ends at 0 and 1, and finds quantiles of tiny size', () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect(betaQuantile(1e-150, 0.5, 1) / 1e-300).toBeCloseTo(1, 9);
    expect(() => betaQuantile(-0.1, 1, 1)).toThrow(RangeError);
  });
});
