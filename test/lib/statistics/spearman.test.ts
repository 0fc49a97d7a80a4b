import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midranks, spearman } from '../../../src/lib/statistics/spearman.js';

const number = fc.integer({ min: -5, max: 5 });
const pairs = fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 30 });

describe('midranks', () => {
  it('are one more than the smaller values, and half of the equal others', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), (values) => {
        const expected = values.map(
          (own) =>
            values.filter((other) => other < own).length +
            (values.filter((other) => other === own).length + 1) / 2,
        );
        expect([...midranks(values)]).toEqual(expected);
      }),
    );
  });
});

describe('Spearman’s rank correlation', () => {
  it('of untied pairs is 1 − 6 Σd² / n(n² − 1)', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 3 }), (x) => {
        const y = x.map((value) => Math.sin(1e3 * value) + value / 1e9);
        fc.pre(new Set(y).size === y.length);
        const n = x.length;
        const [a, b] = [midranks(x), midranks(y)];
        const squares = a.reduce((sum, rank, i) => sum + (rank - b[i]) ** 2, 0);
        expect(spearman(x, y)).toBeCloseTo(1 - (6 * squares) / (n * (n * n - 1)), 10);
      }),
    );
  });

  it('of tied pairs is Pearson’s of the midranks', () => {
    // Ranks 1.5, 1.5, 3, 4 and 1, 2.5, 2.5, 4: from their mean −1, −1, ½, 1½ and −1½, 0, 0, 1½.
    expect(spearman([1, 1, 2, 3], [10, 20, 20, 30])).toBeCloseTo(3.75 / 4.5, 12);
  });

  it('sees order alone, and both variables alike', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const [x, y] = [given.map(([a]) => a), given.map(([, b]) => b)];
        const rho = spearman(x, y);
        expect(spearman(x.map(Math.exp), y)).toBe(rho);
        expect(spearman(y, x)).toBe(rho);
        if (!Number.isNaN(rho))
          expect(
            spearman(
              x.map((value) => -value),
              y,
            ),
          ).toBeCloseTo(-rho, 12);
        expect(Number.isNaN(rho)).toBe(new Set(x).size === 1 || new Set(y).size === 1);
      }),
    );
  });

  it('says what is wrong', () => {
    expect(() => spearman([1, 2], [1])).toThrow('2 values of x but 1 of y');
    expect(() => spearman([1], [1])).toThrow('at least 2');
    expect(() => spearman([1, NaN], [1, 2])).toThrow('pair 1 is (NaN, 2)');
  });
});
