import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bits } from '../../../src/lib/information/bits.js';
import { labelsOf } from '../../../src/lib/information/labels.js';
import {
  adaptiveVariance,
  pairwiseInformationBounds,
} from '../../../src/papers/adaptive-estimators/pairwise-mixture-bounds.js';
import { twelveBitTask } from '../../../src/papers/adaptive-estimators/twelve-bit-task.js';
import { integerLayer } from '../../lib/information/integer-layer.js';

const { labels } = twelveBitTask();

/** I(X;T) of n equally likely means and normal noise, in nats, by the trapezoidal rule. */
function exactInformation(means: readonly number[], variance: number): number {
  const sigma = Math.sqrt(variance);
  const [low, high] = [Math.min(...means) - 12 * sigma, Math.max(...means) + 12 * sigma];
  const steps = 4000;
  const step = (high - low) / steps;
  let entropy = 0;
  for (let s = 0; s <= steps; s++) {
    const t = low + s * step;
    const density =
      means.reduce((sum, mean) => sum + Math.exp(-((t - mean) ** 2) / (2 * variance)), 0) /
      (means.length * Math.sqrt(2 * Math.PI * variance));
    if (density > 0) entropy -= step * density * Math.log(density);
  }
  return entropy - Math.log(2 * Math.PI * Math.E * variance) / 2;
}

describe('pairwise bounds on the information of a noisy layer', () => {
  it('of two points have a closed form', () => {
    const { upper, lower } = pairwiseInformationBounds(Float64Array.of(0, 1), 1, labelsOf([0, 0]), 0.5);
    expect(bits(upper.input)).toBeCloseTo(1 - Math.log2(1 + Math.exp(-1)), 14);
    expect(bits(upper.input)).toBeCloseTo(0.5480589, 7);
    expect(bits(lower.input)).toBeCloseTo(1 - Math.log2(1 + Math.exp(-1 / 4)), 14);
    expect(bits(lower.input)).toBeCloseTo(0.1690951, 7);
    expect(upper.label).toBeCloseTo(0, 14);
    const apart = pairwiseInformationBounds(Float64Array.of(0, 1), 1, labelsOf([0, 1]), 0.5);
    expect(apart.upper.label).toBe(apart.upper.input);
  });

  // NumPy 2.4.6 with SciPy 1.17.1 (cdist), float64.
  it.each([
    [2, 0.1, 4.588751844529924, 0.07218460298538343, 3.895342707032446, 0.026281994101093886],
    [2, 1, 3.1929869496935237, 0.008920730222498285, 2.0764410714000032, 0.0028365407370207762],
    [5, 0.1, 9.612828049905447, 0.6657664737741449, 9.013777100258917, 0.5442338149918768],
    [5, 1, 7.880506067251598, 0.3774602861086791, 5.39593786572142, 0.12711713670413705],
  ])('of a layer of integers, %i units, noise %d, agree with NumPy', (units, variance, ...expected) => {
    const layer = integerLayer(units, (value) => Math.max(0, value));
    const { upper, lower } = pairwiseInformationBounds(layer, units, labels, variance);
    [upper.input, upper.label, lower.input, lower.label].forEach((value, i) =>
      expect(bits(value)).toBeCloseTo(expected[i], 9),
    );
  });

  it.each([
    [2, 4.1288264667525185, 0.03733990338522997],
    [5, 9.013777100258917, 0.5442338149918768],
  ])(
    'with noise that follows the activity, %i units, agree with NumPy and do not see the scale',
    (units, input, label) => {
      const layer = integerLayer(units, (value) => Math.max(0, value));
      for (const scale of [1, 10, 1e-3]) {
        const scaled = layer.map((value) => scale * value);
        const { upper } = pairwiseInformationBounds(scaled, units, labels, adaptiveVariance(scaled));
        expect(bits(upper.input)).toBeCloseTo(input, 9);
        expect(bits(upper.label)).toBeCloseTo(label, 9);
      }
    },
  );

  it('hold the information of a mixture between them, by quadrature', () => {
    const means = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(means, fc.double({ min: 0.05, max: 3, noNaN: true }), (of, variance) => {
        const exact = exactInformation(of, variance);
        const { upper, lower } = pairwiseInformationBounds(
          Float64Array.from(of),
          1,
          labelsOf(of.map(() => 0)),
          variance,
        );
        expect(upper.input).toBeGreaterThanOrEqual(exact - 1e-8);
        expect(lower.input).toBeLessThanOrEqual(exact + 1e-8);
        expect(lower.input).toBeGreaterThanOrEqual(0);
        expect(upper.input).toBeLessThanOrEqual(Math.log(of.length) + 1e-12);
      }),
    );
  });

  it('fall as noise grows, and reach log n without it', () => {
    const layer = integerLayer(1, (value) => value);
    const distinct = Float64Array.from(new Set(layer));
    const none = labelsOf(distinct.map(() => 0));
    const of = (variance: number) => pairwiseInformationBounds(distinct, 1, none, variance);
    expect(of(1e-4).lower.input).toBeCloseTo(Math.log(distinct.length), 12);
    for (const side of ['upper', 'lower'] as const)
      for (let variance = 0.01; variance < 100; variance *= 3)
        expect(of(3 * variance)[side].input).toBeLessThan(of(variance)[side].input + 1e-12);
  });

  it('says what is wrong', () => {
    const two = Float64Array.of(0, 1);
    expect(() => pairwiseInformationBounds(two, 1, labelsOf([0]), 1)).toThrow('2 inputs but 1 labels');
    expect(() => pairwiseInformationBounds(two, 1, labelsOf([0, 0]), 0)).toThrow('noise variance 0');
    expect(() => adaptiveVariance(new Float64Array(3))).toThrow('largest activation is 0');
  });
});

it('bounds are of finite activations, and of noise whose inverse is a number', () => {
  const labels = labelsOf([0, 1, 0]);
  expect(() => pairwiseInformationBounds(Float64Array.of(0, NaN, 1), 1, labels, 1)).toThrow('point 1');
  expect(() => pairwiseInformationBounds(Float64Array.of(0, 0, 1), 1, labels, 1e-320)).toThrow(RangeError);
  for (const strange of [Infinity, 1e200])
    expect(() => adaptiveVariance(Float64Array.of(strange))).toThrow('adaptive noise');
});
