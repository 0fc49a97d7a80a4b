import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  largestLinearEntropy,
  linearChannelInformation,
  linearEntropyBound,
  linearUnitEntropy,
  logVolume,
  roundestSpectrum,
} from '../../../src/papers/condition-number/linear-unit.js';
import { singularValues } from '../../../src/papers/condition-number/singular-values.js';

/** Singular values of the given squared ratios, scaled to a squared norm. */
function atNorm(ratios: readonly number[], squaredNorm: number): number[] {
  const squares = ratios.reduce((sum, ratio) => sum + ratio ** 2, 0);
  return ratios.map((ratio) => ratio * Math.sqrt(squaredNorm / squares));
}

describe('linear units with normal inputs', () => {
  it('oracle 1: entropies of two units', () => {
    const cases: [number[], number][] = [
      [[1, 1], 2.8378770664],
      [[2, 0.5], 2.8378770664],
      [[Math.sqrt(1.9), Math.sqrt(0.1)], 2.007511463],
      [[3, 4], 5.3227837162],
    ];
    for (const [sigma, entropy] of cases) expect(linearUnitEntropy(sigma)).toBeCloseTo(entropy, 9);
  });

  it('oracle 2: of a matrix, of ten times it, and with correlated inputs', () => {
    const entropy = (matrix: number[]) => linearUnitEntropy(singularValues(matrix, 2));
    expect(entropy([2, 1, 0, 1])).toBeCloseTo(3.531024247, 8);
    expect(entropy([20, 10, 0, 10])).toBeCloseTo(8.136194433, 8);
    // Covariance [[2, ½], [½, 1]] = L Lᵀ.
    const [a, b, c] = [Math.SQRT2, 0.5 / Math.SQRT2, Math.sqrt(1 - 0.125)];
    expect(entropy([2 * a + b, c, b, c])).toBeCloseTo(3.8108321409, 8);
  });

  it('oracle 3: of a matrix of determinant 5', () => {
    const sigma = singularValues([1, 2, 0, 0, 1, 1, 1, 0, 3], 3);
    expect(logVolume(sigma)).toBeCloseTo(Math.log(5), 12);
    expect(linearUnitEntropy(sigma)).toBeCloseTo(5.866253512, 6);
  });

  it('oracle 4: two units of squared norm 2, where the condition number alone decides', () => {
    const expected = [2.8378770664, 2.6147335151, 1.8823656214, 1.2184888231, -1.074245934];
    [1, 2, 5, 10, 100].forEach((kappa, i) => {
      expect(linearEntropyBound(2, 2, kappa)).toBeCloseTo(expected[i], 9);
      expect(linearUnitEntropy(atNorm([kappa, 1], 2))).toBeCloseTo(expected[i], 9);
    });
  });

  it('oracle 5: three units of squared norm 3, where it does not', () => {
    const cases: [number[], number][] = [
      [[4, 1, 1], 2.9554707569],
      [[4, 4, 1], 3.4325614127],
      [[5, 5, 1], 3.2258714084],
      [[4.5, 3, 1], 3.3931794413],
    ];
    for (const [ratios, entropy] of cases)
      expect(linearUnitEntropy(atNorm(ratios, 3))).toBeCloseTo(entropy, 9);
  });

  it('oracle 7: information through noise', () => {
    const cases: [number[], number][] = [
      [[1, 1, 1], 3.5968429092],
      [[1.5, 0.8, Math.sqrt(0.11)], 2.950208883],
      [[Math.sqrt(2.98), 0.1, 0.1], 1.8090675248],
    ];
    for (const [sigma, information] of cases)
      expect(linearChannelInformation(sigma, 0.1)).toBeCloseTo(information, 8);
  });

  it('the bound at four units, as a grid search finds it', () => {
    expect(linearEntropyBound(4, 4, 3)).toBeCloseTo(5.164929, 6);
    expect(linearEntropyBound(4, 4, 10)).toBeCloseTo(4.056366, 6);
  });

  it('no spectrum has more entropy than the bound at its condition number; the roundest one attains it', () => {
    const spectrum = fc.array(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(spectrum, (sigma) => {
        const n = sigma.length;
        const norm = sigma.reduce((sum, value) => sum + value ** 2, 0);
        const kappa = Math.max(...sigma) / Math.min(...sigma);
        const bound = linearEntropyBound(n, norm, kappa);
        expect(linearUnitEntropy(sigma)).toBeLessThanOrEqual(bound + 1e-9);
        expect(bound).toBeLessThanOrEqual(largestLinearEntropy(n, norm) + 1e-9);
        const roundest = roundestSpectrum(n, norm, kappa);
        expect(roundest.reduce((sum, value) => sum + value ** 2, 0) / norm).toBeCloseTo(1, 9);
        expect(roundest[0] / roundest[n - 1] / kappa).toBeCloseTo(1, 9);
        expect(linearUnitEntropy(roundest)).toBeCloseTo(bound, 8);
      }),
    );
  });
});
