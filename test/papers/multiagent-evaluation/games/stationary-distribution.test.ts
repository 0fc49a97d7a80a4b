import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../../../../src/lib/statistics/random.js';
import {
  stationaryDistribution,
  stationaryFromLogarithms,
} from '../../../../src/papers/multiagent-evaluation/games/stationary-distribution.js';

/** A chain on 0 … n − 1 that moves by one: up and down at these rates. */
function birthDeath(up: readonly number[], down: readonly number[], none: number): Float64Array {
  const n = up.length + 1;
  const rates = new Float64Array(n * n).fill(none);
  up.forEach((rate, i) => {
    rates[i * n + i + 1] = rate;
    rates[(i + 1) * n + i] = down[i];
  });
  return rates;
}

describe('the stationary distribution', () => {
  it('is that of a birth–death chain, π_{i+1}/π_i = up/down, to nearly all digits over 100 orders of magnitude', () => {
    const up = [1e-3, 1e-30, 0.2, 1e-60];
    const down = [1e-20, 0.7, 1e-15, 0.5];
    const ratios = up.map((rate, i) => rate / down[i]);
    for (const pi of [
      stationaryDistribution(birthDeath(up, down, 0)),
      stationaryFromLogarithms(birthDeath(up.map(Math.log), down.map(Math.log), -Infinity)),
    ])
      ratios.forEach((ratio, i) => expect(Math.abs(pi[i + 1] / pi[i] / ratio - 1)).toBeLessThan(1e-12));
  });

  it('solves π C = π and sums to 1, whatever the number of states is to the size of a panel', () => {
    for (const n of [1, 2, 47, 48, 49, 96, 99, 150]) {
      const { uniform } = random(1, n);
      const rates = Float64Array.from({ length: n * n }, () => (uniform() < 0.7 ? 0 : uniform()));
      for (let i = 0; i < n; i++) rates[i * n + ((i + 1) % n)] += 0.01;
      const pi = stationaryDistribution(rates.slice());
      expect(pi.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
      for (let j = 0; j < n; j++) {
        let flow = 0;
        for (let i = 0; i < n; i++) if (i !== j) flow += pi[i] * rates[i * n + j] - pi[j] * rates[j * n + i];
        expect(Math.abs(flow)).toBeLessThan(1e-13);
      }
    }
  });

  it('is the same from logarithms, which also go where rates underflow', () => {
    const { normal } = random(2);
    const near = Float64Array.from({ length: 36 }, normal);
    const plain = stationaryDistribution(near.map(Math.exp));
    stationaryFromLogarithms(near).forEach((value, i) => expect(value).toBeCloseTo(plain[i], 12));
    // e^{−2000} is 0 in floating point; the ratio e^{−1} is not lost.
    const pi = stationaryFromLogarithms(birthDeath([-2000, -3000], [-1999, -3000], -Infinity));
    expect(pi[1] / pi[0]).toBeCloseTo(Math.exp(-1), 10);
    expect(pi[2] / pi[1]).toBeCloseTo(1, 10);
  });

  it('does not depend on the order of the states', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { minLength: 25, maxLength: 25 }),
        (list) => {
          const rates = Float64Array.from(list);
          const turned = rates.map((_, at) => rates[(4 - Math.floor(at / 5)) * 5 + (4 - (at % 5))]);
          const [a, b] = [stationaryDistribution(rates.slice()), stationaryDistribution(turned)];
          a.forEach((value, i) => expect(Math.abs(value / b[4 - i] - 1)).toBeLessThan(1e-11));
        },
      ),
    );
  });

  it('refuses a chain with two closed sets of states, and numbers that are no square', () => {
    const split = Float64Array.of(0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0);
    expect(() => stationaryDistribution(split.slice())).toThrow(/left/);
    expect(() => stationaryFromLogarithms(split.map(Math.log))).toThrow(/left/);
    expect(() => stationaryDistribution(new Float64Array(5))).toThrow(RangeError);
  });
});
