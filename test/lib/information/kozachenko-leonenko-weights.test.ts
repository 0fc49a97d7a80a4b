import { describe, expect, it } from 'vitest';
import { kozachenkoLeonenkoWeights } from '../../../src/lib/information/kozachenko-leonenko-weights.js';

describe('weights of the neighbours', () => {
  it('up to dimension four are the first neighbour’s alone', () => {
    for (const d of [1, 2, 3, 4]) expect([...kozachenkoLeonenkoWeights(d, 3)]).toEqual([1, 0, 0]);
  });

  // NumPy 2.4.6 (linalg.lstsq, rcond 1e-6) with SciPy 1.17.1 (loggamma), zero constraints as rows of their own.
  it.each([
    [5, 3, [2.429223744292237, 0.10045662100456614, -1.5296803652968032]],
    [
      5,
      5,
      [1.540589848294363, 0.6696245102652818, 0.05994877364492458, -0.42779181565136315, -0.8423713165532061],
    ],
    [
      8,
      5,
      [9.85413657666292, -7.669104924310794, -7.229967014642174, -1.2050316585021768, 7.2499670207922255],
    ],
    [
      6,
      10,
      [
        1.399810403842057, 0, 0.5809387593913542, 0, 0.11387863626021535, -0.07011474557932731, 0,
        -0.3816379317626783, 0, -0.642875122151619,
      ],
    ],
    [12, 5, [70.4435576547078, -237.6949836044703, 140.2354637340254, 167.4536549105025, -139.4376926947655]],
    // Too few neighbours for all equations: least squares.
    [8, 1, [0.33333333333333337]],
    [8, 2, [2.685714285714282, -1.9142857142857113]],
  ])('for dimension %i and %i neighbours agree with NumPy', (d, k, expected) => {
    const weights = kozachenkoLeonenkoWeights(d, k);
    expected.forEach((weight, j) =>
      expect(Math.abs(weights[j] - weight)).toBeLessThan(1e-9 * Math.abs(expected[0])),
    );
  });

  it('make the equations true, over which more neighbours spread them', () => {
    const norm = (w: Float64Array) => Math.sqrt(w.reduce((sum, weight) => sum + weight * weight, 0));
    for (const d of [5, 6, 8, 10])
      for (const k of [5, 8, 13]) {
        const weights = kozachenkoLeonenkoWeights(d, k);
        expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
        // In dimension 8, l = 2: Γ(j + ½) / Γ(j), and so on, by the product formula from Γ(1 + a).
        for (let l = 1; l <= Math.floor(d / 4); l++) {
          let [sum, ratio] = [0, 1];
          for (let j = 1; j <= k; ratio *= (j + (2 * l) / d) / j, j++) sum += weights[j - 1] * ratio;
          expect(sum).toBeCloseTo(0, 8);
        }
      }
    expect(norm(kozachenkoLeonenkoWeights(8, 5))).toBeCloseTo(16.15, 1);
    expect(norm(kozachenkoLeonenkoWeights(8, 8))).toBeCloseTo(9.6, 1);
  });
});
