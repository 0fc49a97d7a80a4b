import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendall } from '../../../src/papers/cs-ib/kendall.js';

describe('kendall', () => {
  // scipy 1.17.1, scipy.stats.kendalltau(x, y, method='asymptotic').
  it.each([
    {
      x: [1, 2, 3, 4, 5, 6, 7, 8],
      y: [2, 1, 4, 3, 7, 5, 8, 6],
      tau: 0.6428571428571428,
      p: 0.02595245602237448,
    },
    { x: [12, 2, 1, 12, 2], y: [1, 4, 7, 1, 0], tau: -0.4714045207910316, p: 0.28274545993277467 },
    {
      x: [1, 1, 2, 2, 3, 3, 4, 5, 5, 5],
      y: [3, 2, 2, 4, 4, 1, 6, 6, 7, 5],
      tau: 0.5929994533288809,
      p: 0.02568710461144965,
    },
    { x: [1, 2, 3, 4, 5, 6], y: [6, 5, 4, 3, 2, 1], tau: -1, p: 0.004832240868896141 },
  ])('agrees with scipy: tau $tau', ({ x, y, tau, p }) => {
    const result = kendall(x, y);
    expect(result.tau).toBeCloseTo(tau, 12);
    expect(result.pValue).toBeCloseTo(p, 12);
  });

  it('depends on ranks alone, and changes sign with one of them', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
      minLength: 4,
      maxLength: 20,
    });
    fc.assert(
      fc.property(pairs, (given) => {
        const x = given.map(([a]) => a);
        const y = given.map(([, b]) => b);
        fc.pre(new Set(x).size > 1 && new Set(y).size > 1);
        const { tau, pValue } = kendall(x, y);
        expect(kendall(x.map(Math.exp), y)).toEqual({ tau, pValue });
        expect(kendall(y, x).tau).toBeCloseTo(tau, 12);
        expect(
          kendall(
            x,
            y.map((v) => -v),
          ).tau,
        ).toBeCloseTo(-tau, 12);
        expect(kendall(x, x).tau).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is undefined without variation and refuses what it cannot rank', () => {
    expect(kendall([1, 1, 1], [1, 2, 3])).toEqual({ tau: NaN, pValue: NaN });
    expect(() => kendall([1, 2], [1, 2])).toThrow(/at least 3/);
    expect(() => kendall([1, 2, 3], [1, 2])).toThrow(/3 values of x but 2/);
    expect(() => kendall([1, 2, NaN], [1, 2, 3])).toThrow(/pair 2/);
  });
});
