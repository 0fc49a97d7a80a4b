import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightedKozachenkoLeonenko } from '../../../src/lib/information/weighted-kozachenko-leonenko.js';
import { random } from '../../../src/lib/statistics/random.js';
import { kozachenkoLeonenko } from '../../oracles/kozachenko-leonenko.js';
import { latticePoints, plane, primes } from './lattice-points.js';

// Lattices, of which other code knows the answer, have ties that are refused else.
const unchecked = { checked: false };
const raw = { whitened: false, ...unchecked };
const first = { weights: [1], ...unchecked };
const eight = latticePoints(500, primes);
const five = latticePoints(500, primes.slice(0, 5));

describe('entropy by weighted nearest neighbours', () => {
  it('of four numbers has a closed form', () => {
    const exact = 0.5772156649015329 + Math.log(3 * 2) + Math.log(8) / 4;
    const { value } = weightedKozachenkoLeonenko(Float64Array.of(0, 1, 3, 7), 1, raw);
    expect(value).toBeCloseTo(exact, 12);
    expect(value).toBeCloseTo(2.8888355195, 9);
  });

  it('agrees with SciPy 1.17.1 (cKDTree, psi, gammaln) in the plane', () => {
    expect(weightedKozachenkoLeonenko(plane, 2, raw).value).toBeCloseTo(0.5769824260525958, 9);
    expect(weightedKozachenkoLeonenko(plane, 2, unchecked).value).toBeCloseTo(0.576069255285228, 9);
    const third = { weights: [0, 0, 1], ...raw };
    expect(weightedKozachenkoLeonenko(plane, 2, third).value).toBeCloseTo(0.23883721758584492, 9);
  });

  it('agrees with it in five and eight dimensions, standard error and all', () => {
    const weighted = weightedKozachenkoLeonenko(eight, 8, unchecked);
    expect(weighted.value).toBeCloseTo(5.5094031392742195, 8);
    expect(weighted.standardError).toBeCloseTo(0.2242597128523128, 8);
    const nearest = weightedKozachenkoLeonenko(eight, 8, first);
    expect(nearest.value).toBeCloseTo(1.8495857628655923, 9);
    expect(nearest.standardError).toBeCloseTo(0.025037285073386435, 9);
    expect(weightedKozachenkoLeonenko(five, 5, unchecked).value).toBeCloseTo(1.7808376141884414, 9);
  });

  it('with the third neighbour alone is the estimate of Kozachenko and Leonenko but for log n − ψ(n)', () => {
    // ψ(500), SciPy 1.17.1.
    const shift = Math.log(499) - 6.213607764978025;
    const { value } = weightedKozachenkoLeonenko(five, 5, { weights: [0, 0, 1], ...raw });
    expect(value - kozachenkoLeonenko(five, 5, { k: 3 })).toBeCloseTo(shift, 9);
  });

  it('follows affine maps exactly', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { normal } = random(seed);
        const map = Float64Array.from({ length: 25 }, normal);
        const moved = five.map((_, at) => {
          const [start, row] = [at - (at % 5), (at % 5) * 5];
          let sum = 3;
          for (let c = 0; c < 5; c++) sum += map[row + c] * five[start + c];
          return sum;
        });
        const determinant = logDeterminantOf(map, 5);
        fc.pre(determinant > -6);
        const difference =
          weightedKozachenkoLeonenko(moved, 5, unchecked).value -
          weightedKozachenkoLeonenko(five, 5, unchecked).value;
        expect(difference).toBeCloseTo(determinant, 6);
      }),
      { numRuns: 25 },
    );
  });

  it('unchecked counts duplicates at a distance of 1e-15', () => {
    const { value } = weightedKozachenkoLeonenko(Float64Array.of(0, 0, 1, 1), 1, raw);
    expect(value).toBeCloseTo(0.5772156649015329 + Math.log(6) + Math.log(1e-15), 9);
  });

  it('says what is wrong', () => {
    expect(() => weightedKozachenkoLeonenko(Float64Array.of(0, 1, 2), 1, { weights: [0, 0, 1] })).toThrow(
      '3 nearest of 3 points',
    );
    expect(() => weightedKozachenkoLeonenko(Float64Array.of(0, 0, 1, 1, 2, 2), 2)).toThrow(
      'positive definite',
    );
  });
});

/** log |det| by Gaussian elimination. */
function logDeterminantOf(matrix: Float64Array, d: number): number {
  const m = Array.from({ length: d }, (_, i) => [...matrix.subarray(i * d, (i + 1) * d)]);
  let log = 0;
  for (let c = 0; c < d; c++) {
    const pivot = m
      .slice(c)
      .reduce((best, row, i) => (Math.abs(row[c]) > Math.abs(m[best][c]) ? c + i : best), c);
    [m[c], m[pivot]] = [m[pivot], m[c]];
    log += Math.log(Math.abs(m[c][c]));
    for (let r = c + 1; r < d; r++) {
      const factor = m[r][c] / m[c][c];
      for (let k = c; k < d; k++) m[r][k] -= factor * m[c][k];
    }
  }
  return log;
}
