import { describe, expect, it } from 'vitest';
import {
  linearChannelInformation,
  linearEntropyBound,
} from '../../../src/papers/condition-number/linear-unit.js';
import { tanhUnitEntropy } from '../../../src/papers/condition-number/tanh-unit.js';

describe('closed forms at extreme scales', () => {
  // By mpmath's quadrature with 30 digits.
  it.each([
    [300, -470.22390855],
    [1000, -1586.0567897],
  ])('the entropy of a tanh unit of σ = %d', (sigma, exact) => {
    expect(tanhUnitEntropy(sigma)).toBeCloseTo(exact, 6);
  });

  it('the entropy of a tanh unit is continuous where its rule changes', () => {
    const [below, above, farther] = [30 - 1e-7, 30 + 1e-7, 30 + 3e-7].map(tanhUnitEntropy);
    expect(above - below).toBeCloseTo(farther - above, 8);
  });

  it('information and bounds whose squares are beyond all numbers', () => {
    expect(linearChannelInformation([1e200], 1)).toBeCloseTo(200 * Math.LN10, 9);
    expect(linearChannelInformation([1e100], 1e-200)).toBeCloseTo(200 * Math.LN10, 9);
    expect(() => linearChannelInformation([1], -2)).toThrow('noise of variance -2');
    const [at100, at200] = [1e100, 1e200].map((kappa) => linearEntropyBound(2, 2, kappa));
    expect(at100 - at200).toBeCloseTo(100 * Math.LN10, 9);
  });
});
