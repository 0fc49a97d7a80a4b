import { describe, expect, it } from 'vitest';
import { dirichlet, logGammaNumber } from '../../../src/lib/statistics/dirichlet.js';
import { random } from '../../../src/lib/statistics/random.js';

describe('gamma and Dirichlet numbers', () => {
  it('gamma numbers have their mean, and their logarithm has mean ψ(shape)', () => {
    const n = 40_000;
    // ψ(½) = −γ − 2 ln 2, ψ(1) = −γ, ψ(5/2) = ψ(½) + 2 + ⅔, γ Euler's constant.
    const euler = 0.5772156649015329;
    const half = -euler - 2 * Math.LN2;
    const cases = [
      [0.5, half],
      [1, -euler],
      [2.5, half + 8 / 3],
    ];
    for (const [shape, psi] of cases) {
      const source = random(2, 'gamma', shape);
      const logs = Array.from({ length: n }, () => logGammaNumber(shape, source));
      const mean = logs.reduce((sum, value) => sum + Math.exp(value), 0) / n;
      expect(Math.abs(mean - shape)).toBeLessThan(5 * Math.sqrt(shape / n));
      // The logarithm of a gamma number of a small shape has a standard deviation of about 1 / shape.
      const meanLog = logs.reduce((sum, value) => sum + value, 0) / n;
      const deviation = Math.sqrt(1 / shape ** 2 + 1 / shape);
      expect(Math.abs(meanLog - psi)).toBeLessThan((5 * deviation) / Math.sqrt(n));
    }
  });

  it('shares sum to one, and the sum of their squares has mean (a + 1) / (n a + 1)', () => {
    const [size, a, n] = [16, 0.15, 4000];
    const source = random(3, 'dirichlet');
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const shares = dirichlet(size, a, source);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      squares += shares.reduce((sum, share) => sum + share ** 2, 0) / n;
    }
    expect(Math.abs(squares - (a + 1) / (size * a + 1))).toBeLessThan(0.02);
  });

  it('refuses a shape of zero', () => {
    expect(() => logGammaNumber(0, random(1))).toThrow(RangeError);
  });
});
