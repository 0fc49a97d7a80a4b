import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entropyOfSpectrum } from '../../../../src/papers/information-koopman/information/von-neumann-entropy.js';
import {
  channelInformation,
  regularisedAllocation,
  waterFilling,
} from '../../../../src/papers/information-koopman/information/water-filling.js';

const gains = [10, 2, 0.5, 0.1];
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('water-filling', () => {
  it('zeroes the weak channels', () => {
    const p = waterFilling(gains, 1);
    [0.7, 0.3, 0, 0].forEach((value, i) => expect(p[i]).toBeCloseTo(value, 12));
    expect(channelInformation(gains, p)).toBeCloseTo(1.2747225855, 9);
    const richer = waterFilling(gains, 5);
    [2.43333, 2.03333, 0.53333, 0].forEach((value, i) => expect(richer[i]).toBeCloseTo(value, 5));
  });

  it('is out of range without a channel or a budget', () => {
    expect(() => waterFilling([0, 0], 1)).toThrow('one above zero');
    expect(() => waterFilling(gains, 0)).toThrow('budget of 0');
    expect(() => regularisedAllocation(gains, 1, -1)).toThrow('never below zero');
  });
});

describe('the allocation with entropy', () => {
  it.each([
    [0.05, [0.676295, 0.323445, 2.552e-4, 4.677e-6], 1.88093],
    [0.5, [0.476739, 0.2958, 0.134502, 0.092959], 3.33387],
  ])('with γ = %f leaves no channel out', (gamma, expected, dimension) => {
    const p = regularisedAllocation(gains, 1, gamma);
    expected.forEach((value, i) => {
      expect(Math.abs(p[i] - value)).toBeLessThan(Math.max(1e-5 * Number(value > 1e-3), 1e-3 * value));
    });
    expect(Math.exp(entropyOfSpectrum(p))).toBeCloseTo(dimension, 4);
    expect(sum(p)).toBeCloseTo(1, 12);
  });

  it('is water-filling at γ = 0, and better than its neighbours elsewhere', () => {
    expect(regularisedAllocation(gains, 1, 0)).toEqual(waterFilling(gains, 1));
    const positive = fc.double({ min: 0.05, max: 20, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(positive, { minLength: 2, maxLength: 5 }),
        positive,
        positive,
        (g, budget, gamma) => {
          const value = (p: readonly number[]) =>
            channelInformation(g, p) + gamma * entropyOfSpectrum(p.map((x) => x / budget));
          const p = regularisedAllocation(g, budget, gamma);
          expect(Math.min(...p)).toBeGreaterThan(0);
          expect(sum(p)).toBeCloseTo(budget, 9);
          const moved = Math.min(p[0], p[1]) / 10;
          // A channel that is next to nothing moves the value by less than its rounding.
          const best = value(p) + 1e-13 * (1 + Math.abs(value(p)));
          for (const sign of [-1, 1])
            expect(value([p[0] + sign * moved, p[1] - sign * moved, ...p.slice(2)])).toBeLessThan(best);
        },
      ),
      {
        examples: [
          [[0.05, 5.5744848123183495, 6.419347274007487, 9.14182352174987], 4.664757676374237, 0.05],
        ],
      },
    );
  });
});
