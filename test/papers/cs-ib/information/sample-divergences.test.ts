import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussianGram, gaussianKernel } from '../../../../src/lib/information/gaussian-kernel.js';
import { random } from '../../../../src/lib/statistics/random.js';
import { cauchySchwarzDivergence } from '../../../../src/papers/cs-ib/information/cauchy-schwarz-divergence.js';
import { maximumMeanDiscrepancy } from '../../../../src/papers/cs-ib/information/maximum-mean-discrepancy.js';
import { pairedPoints, permute } from '../../../lib/information/arbitraries.js';

const a = Float64Array.of(0, 1);
const b = Float64Array.of(0, 2);

describe('Gaussian kernel', () => {
  it('is exp(-r²/2σ²) of each pair', () => {
    const points = Float64Array.of(0, 0, 3, 4);
    const others = Float64Array.of(0, 0, 3, 0, 3, 4);
    const expected = [0, 9, 25, 25, 16, 0].map((squared) => Math.exp(-squared / 8));
    expect([...gaussianKernel(points, others, 2, 2)]).toEqual(expected);
    expect([...gaussianGram(points, 2, 2)]).toEqual([1, Math.exp(-25 / 8), Math.exp(-25 / 8), 1]);
  });

  it('refuses broken points and widths', () => {
    expect(() => gaussianGram(Float64Array.of(1, 2, 3), 2, 1)).toThrow(/3 coordinates/);
    expect(() => gaussianKernel(a, b, 1, 0)).toThrow(/width 0/);
  });
});

describe('divergences of samples', () => {
  it('agree with float64 NumPy on {0, 1} and {0, 2}', () => {
    expect(cauchySchwarzDivergence(a, b, 1, 1)).toBeCloseTo(0.2798337592507877, 12);
    expect(maximumMeanDiscrepancy(a, b, 1, 1)).toBeCloseTo(0.1967346701436832, 12);
  });

  it('are infinite and finite, respectively, where the kernel underflows', () => {
    const far = Float64Array.of(100, 101);
    expect(cauchySchwarzDivergence(a, far, 1, 1)).toBe(Infinity);
    expect(maximumMeanDiscrepancy(a, far, 1, 1)).toBeCloseTo(1 + Math.exp(-0.5), 12);
  });

  it.each([
    ['Cauchy–Schwarz divergence', cauchySchwarzDivergence],
    ['maximum mean discrepancy', maximumMeanDiscrepancy],
  ])('%s: non-negative, symmetric, zero for the same points in any order', (_, divergence) => {
    fc.assert(
      fc.property(pairedPoints, pairedPoints, (first, second) => {
        const forward = divergence(first.points, second.points, 2, 1);
        expect(forward).toBeGreaterThanOrEqual(-1e-12);
        expect(divergence(second.points, first.points, 2, 1)).toBeCloseTo(forward, 10);
        const order = random(first.seed).shuffle(first.points.length / 2);
        const permuted = permute(first.points, 2, order);
        expect(divergence(first.points, permuted, 2, 1)).toBeCloseTo(0, 12);
        expect(divergence(permuted, second.points, 2, 1)).toBeCloseTo(forward, 10);
      }),
    );
  });
});
