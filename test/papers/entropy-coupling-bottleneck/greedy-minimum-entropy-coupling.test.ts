import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnMarginal,
  couplingMatrix,
  inducedCoupling,
  mutualInformationBits,
  rowMarginal,
} from '../../../src/papers/entropy-coupling-bottleneck/coupling.js';
import { entropyBits } from '../../../src/papers/entropy-coupling-bottleneck/entropy-bits.js';
import { greedyCode } from '../../../src/papers/entropy-coupling-bottleneck/greedy-code.js';
import { greedyMinimumEntropyCoupling } from '../../../src/papers/entropy-coupling-bottleneck/greedy-minimum-entropy-coupling.js';
import { distributions, wave, zipf } from './distributions.js';

const jointEntropy = (p: readonly number[], q: readonly number[]) =>
  entropyBits(greedyMinimumEntropyCoupling(p, q).mass);

describe('greedy minimum entropy coupling', () => {
  it('is that of small examples by hand', () => {
    const first = greedyMinimumEntropyCoupling([0.6, 0.4], [0.5, 0.5]);
    [0.5, 0.1, 0, 0.4].forEach((mass, cell) => expect(couplingMatrix(first)[cell]).toBeCloseTo(mass, 12));
    expect(entropyBits(first.mass)).toBeCloseTo(1.3609640474, 9);
    expect(jointEntropy([0.5, 0.25, 0.25], [0.4, 0.4, 0.2])).toBeCloseTo(2.0414460712, 9);
    const third = greedyMinimumEntropyCoupling([0.5, 0.3, 0.2], [0.6, 0.4]);
    expect(entropyBits(third.mass)).toBeCloseTo(1.6854752973, 9);
    expect(mutualInformationBits(third)).toBeCloseTo(0.7709505945, 9);
  });

  it('agrees with the search of every largest mass in matrices (NumPy 2.4.6)', () => {
    expect(jointEntropy(zipf(30, 1.2), wave(40))).toBeCloseTo(5.067229825157, 11);
    expect(greedyMinimumEntropyCoupling(zipf(30, 1.2), wave(40)).mass).toHaveLength(69);
    expect(jointEntropy(wave(40), zipf(12, 0.7))).toBeCloseTo(4.87050342268, 11);
  });

  it('of equal distributions is the identity', () => {
    expect(jointEntropy(wave(20), wave(20))).toBeCloseTo(entropyBits(wave(20)), 12);
  });

  it('keeps the marginals, has few cells, and lies between its bounds', () => {
    fc.assert(
      fc.property(distributions(1, 12), distributions(1, 12), (p, q) => {
        const coupling = greedyMinimumEntropyCoupling(p, q);
        rowMarginal(coupling).forEach((sum, i) => expect(sum).toBeCloseTo(p[i], 10));
        columnMarginal(coupling).forEach((sum, j) => expect(sum).toBeCloseTo(q[j], 10));
        expect(coupling.mass.length).toBeLessThanOrEqual(p.length + q.length - 1);
        const entropy = entropyBits(coupling.mass);
        const least = Math.max(entropyBits(p), entropyBits(q));
        expect(entropy).toBeGreaterThan(least - 1e-9);
        expect(entropy).toBeLessThan(least + 1 + 1e-9);
        expect(entropy).toBeLessThan(entropyBits(p) + entropyBits(q) + 1e-9);
      }),
    );
  });

  it('refuses what is no distribution', () => {
    expect(() => greedyMinimumEntropyCoupling([0.5, 0.4], [1])).toThrow('sum to 0.9');
    expect(() => greedyMinimumEntropyCoupling([1], [1.5, -0.5])).toThrow('probability 1 is -0.5');
  });
});

describe('a coupling through a code', () => {
  it('loses what the code loses: eight equal symbols, two bits', () => {
    const p = new Array(8).fill(1 / 8);
    const code = greedyCode(p, 2);
    const decoder = greedyMinimumEntropyCoupling(code.masses, [0.4, 0.3, 0.2, 0.1]);
    expect(code.entropy).toBeCloseTo(2, 12);
    expect(mutualInformationBits(decoder)).toBeCloseTo(1.3141064729, 9);
    expect(mutualInformationBits(inducedCoupling(p, code.block, decoder))).toBeCloseTo(1.3141064729, 9);
  });

  it('has the marginals that were asked for and at least I(X;T) + I(T;Y) − R', () => {
    fc.assert(
      fc.property(
        distributions(2, 9),
        distributions(2, 9),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (p, q, rate) => {
          const code = greedyCode(p, rate);
          const decoder = greedyMinimumEntropyCoupling(code.masses, q);
          const coupling = inducedCoupling(p, code.block, decoder);
          rowMarginal(coupling).forEach((sum, x) => expect(sum).toBeCloseTo(p[x], 10));
          columnMarginal(coupling).forEach((sum, y) => expect(sum).toBeCloseTo(q[y], 10));
          const through = mutualInformationBits(decoder);
          const information = mutualInformationBits(coupling);
          expect(information).toBeLessThan(through + 1e-9);
          expect(information).toBeGreaterThan(code.entropy + through - rate - 2e-9);
        },
      ),
    );
  });
});
