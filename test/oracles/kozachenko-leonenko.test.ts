import { describe, expect, it } from 'vitest';
import { random } from '../../src/lib/statistics/random.js';
import { dependentPairs } from '../lib/information/weyl-points.js';
import { kozachenkoLeonenko } from './kozachenko-leonenko.js';

const { x, y, x0, y0 } = dependentPairs();

/** Columns side by side. */
function joined(...columns: readonly { points: Float64Array; dimension: number }[]): Float64Array {
  return Float64Array.from(
    Array.from({ length: 200 }, (_, i) =>
      columns.flatMap(({ points, dimension }) => [...points.subarray(i * dimension, (i + 1) * dimension)]),
    ).flat(),
  );
}

describe('entropy by nearest neighbours', () => {
  it('agrees with SciPy 1.17.1 (cKDTree, psi, gammaln) in one, three and four dimensions', () => {
    const three = joined({ points: x, dimension: 2 }, { points: y0, dimension: 1 });
    const four = joined({ points: x, dimension: 2 }, { points: y, dimension: 2 });
    const cube = { k: 1, metric: 'maximum' } as const;
    expect(kozachenkoLeonenko(x0, 1)).toBeCloseTo(0.26017428378291463, 12);
    expect(kozachenkoLeonenko(x0, 1, cube)).toBeCloseTo(0.8193631213970622, 12);
    expect(kozachenkoLeonenko(three, 3)).toBeCloseTo(-1.546966446927427, 12);
    expect(kozachenkoLeonenko(three, 3, cube)).toBeCloseTo(-1.836268665848463, 12);
    expect(kozachenkoLeonenko(four, 4)).toBeCloseTo(-1.5955822526749461, 12);
    expect(kozachenkoLeonenko(four, 4, cube)).toBeCloseTo(-2.559828465382493, 12);
  });

  it('grows by d log s where the units shrink by s', () => {
    const scaled = x.map((value) => 8 * value);
    expect(kozachenkoLeonenko(scaled, 2) - kozachenkoLeonenko(x, 2)).toBeCloseTo(2 * Math.log(8), 12);
  });

  it.each([1, 2, 5])('is near that of %i independent normals', (d) => {
    // The variance of −log p is d/2, that of log ε_i adds ψ'(3) = 0.395; four standard errors.
    const n = 4000;
    const points = Float64Array.from({ length: n * d }, random(8, d).normal);
    const exact = (d / 2) * Math.log(2 * Math.PI * Math.E);
    const error = Math.sqrt((d / 2 + 0.395) / n);
    expect(Math.abs(kozachenkoLeonenko(points, d) - exact)).toBeLessThan(4 * error);
  });

  it('is −∞ at an atom', () => {
    expect(kozachenkoLeonenko(Float64Array.of(0, 0, 0, 0, 1, 2), 1)).toBe(-Infinity);
  });
});
