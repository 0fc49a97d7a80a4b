import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussianGram } from '../../../../src/lib/information/gaussian-kernel.js';
import { random } from '../../../../src/lib/statistics/random.js';
import { cauchySchwarzDivergence } from '../../../../src/papers/cs-ib/information/cauchy-schwarz-divergence.js';
import {
  conditionalDivergence,
  conditionalDivergenceFrom,
  type ConditionalVariant,
  conditionalVariants,
  conditionalWeights,
} from '../../../../src/papers/cs-ib/information/conditional-divergence.js';
import { centralDifferences, pairedPoints, permute } from '../../../lib/information/arbitraries.js';

const array = (...values: number[]) => Float64Array.from(values);
const divergence = (x: Float64Array, y: Float64Array, predicted: Float64Array, variant: ConditionalVariant) =>
  conditionalDivergence(conditionalWeights(gaussianGram(x, 1, 1), variant), y, predicted, 1);

describe('conditional divergence', () => {
  const y = array(0, 0.5, 1, 1.5);
  const predicted = array(0.1, 0.4, 1.2, 1.3);

  it.each([
    ['paper', 0.001650285827520026],
    ['code', 0.003571821801538804],
    ['symmetric', 0.005843565292202424],
  ] as const)('%s: agrees with float64 NumPy', (variant, expected) => {
    expect(divergence(array(0, 1, 2, 3), y, predicted, variant)).toBeCloseTo(expected, 12);
  });

  it.each(conditionalVariants)('%s: has the limits of narrow and of wide kernels', (variant) => {
    const narrow = conditionalWeights(gaussianGram(array(0, 1e3, 2e3, 3e3), 1, 1), variant);
    const wide = conditionalWeights(new Float64Array(16).fill(1), variant);
    const correntropy =
      -2 * Math.log(y.reduce((sum, value, i) => sum + Math.exp(-((value - predicted[i]) ** 2) / 2), 0) / 4);
    expect(correntropy).toBeCloseTo(0.0249437505273, 12);
    expect(conditionalDivergence(narrow, y, predicted, 1)).toBeCloseTo(correntropy, 12);
    expect(conditionalDivergence(wide, y, predicted, 1)).toBeCloseTo(0.000518770044773, 12);
    expect(cauchySchwarzDivergence(y, predicted, 1, 1)).toBeCloseTo(0.000518770044773, 12);
  });

  it('goes below zero with the weights of the paper and of the code, not with symmetric ones', () => {
    const x = array(0, 0.5, 1, 4);
    const targets = array(0, 1, 0, 1);
    const near = array(0, 1.1, 0, 1);
    expect(divergence(x, targets, near, 'paper')).toBeCloseTo(-0.0010595186399744438, 12);
    expect(divergence(x, targets, near, 'code')).toBeCloseTo(-0.0012311973174337076, 12);
    expect(divergence(x, targets, near, 'symmetric')).toBeCloseTo(0.0006132206868998402, 12);
    expect(divergence(x, targets, array(0.5, 0.5, 0.5, 1), 'paper')).toBeCloseTo(0.03344101694097068, 12);
    for (const variant of conditionalVariants)
      expect(divergence(x, targets, targets, variant)).toBeCloseTo(0, 12);
  });

  it('has the gradient of central differences, in every variant', () => {
    fc.assert(
      fc.property(
        pairedPoints,
        fc.constantFrom(...conditionalVariants),
        ({ points, scalars, others }, variant) => {
          const weights = conditionalWeights(gaussianGram(points, 2, 1), variant);
          const f = conditionalDivergenceFrom(weights, scalars, 1.2);
          const { gradient } = f(others);
          centralDifferences((at) => f(at).value, others).forEach((slope, i) =>
            expect(Math.abs(gradient[i] - slope)).toBeLessThan(1e-7),
          );
        },
      ),
    );
  });

  it('is blind to the order of samples; with symmetric weights non-negative and symmetric', () => {
    fc.assert(
      fc.property(pairedPoints, ({ points, scalars, others, seed }) => {
        const order = random(seed).shuffle(scalars.length);
        for (const variant of conditionalVariants) {
          const of = (x: Float64Array, a: Float64Array, b: Float64Array) =>
            conditionalDivergence(conditionalWeights(gaussianGram(x, 2, 1), variant), a, b, 1);
          const value = of(points, scalars, others);
          const permuted = of(
            permute(points, 2, order),
            permute(scalars, 1, order),
            permute(others, 1, order),
          );
          expect(permuted).toBeCloseTo(value, 11);
          expect(of(points, scalars, scalars)).toBeCloseTo(0, 12);
          if (variant !== 'symmetric') continue;
          expect(value).toBeGreaterThanOrEqual(-1e-12);
          expect(of(points, others, scalars)).toBeCloseTo(value, 11);
        }
      }),
    );
  });

  it('refuses lengths that do not fit', () => {
    expect(() => conditionalDivergence(new Float64Array(9), y, predicted, 1)).toThrow(/expected 16/);
    expect(() => conditionalDivergence(new Float64Array(16), y, array(1), 1)).toThrow(/1 predictions for 4/);
    expect(() => conditionalWeights(new Float64Array(3), 'paper')).toThrow(/\[N, N\]/);
  });
});
