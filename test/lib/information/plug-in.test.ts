import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bits } from '../../../src/lib/information/bits.js';
import { jointLabels, type Labels, labelsOf } from '../../../src/lib/information/labels.js';
import { pluginEntropy, pluginMutualInformation } from '../../../src/lib/information/plug-in.js';

/** Three paired samples of a few values each. */
const samples = fc.integer({ min: 1, max: 50 }).chain((n) => {
  const sample = fc
    .array(fc.integer({ min: 0, max: 5 }), { minLength: n, maxLength: n })
    .map((values) => labelsOf(values));
  return fc.tuple(sample, sample, sample);
});

const mapped = (labels: Labels, map: (code: number) => number) => labelsOf(labels.codes.map(map));

describe('plug-in information', () => {
  it('is that of the frequencies', () => {
    // p(a) = (½, ½), p(b) = (¾, ¼), p(a, b) = (½, 0; ¼, ¼).
    const a = labelsOf([0, 0, 1, 1]);
    const b = labelsOf([0, 0, 0, 1]);
    expect(bits(pluginEntropy(a))).toBeCloseTo(1, 14);
    expect(bits(pluginEntropy(b))).toBeCloseTo(2 - 0.75 * Math.log2(3), 14);
    expect(bits(pluginMutualInformation(a, b))).toBeCloseTo(1 + 2 - 0.75 * Math.log2(3) - 1.5, 14);
    expect(pluginEntropy(labelsOf([4]))).toBe(0);
    expect(pluginEntropy(labelsOf(Array.from({ length: 4096 }, (_, i) => i)))).toBe(Math.log(4096));
  });

  it('is not negative, symmetric, at most either entropy, and blind to names', () => {
    fc.assert(
      fc.property(samples, ([a, b]) => {
        const information = pluginMutualInformation(a, b);
        expect(information).toBeGreaterThanOrEqual(-1e-13);
        expect(information).toBeLessThanOrEqual(Math.min(pluginEntropy(a), pluginEntropy(b)) + 1e-13);
        expect(pluginMutualInformation(b, a)).toBeCloseTo(information, 13);
        const renamed = mapped(a, (code) => 1000 - 7 * code);
        expect(pluginMutualInformation(renamed, b)).toBeCloseTo(information, 13);
      }),
    );
  });

  it('is the entropy of what the other determines', () => {
    fc.assert(
      fc.property(samples, ([a]) => {
        const function_ = mapped(a, (code) => code % 3);
        expect(pluginMutualInformation(a, function_)).toBeCloseTo(pluginEntropy(function_), 13);
        expect(pluginMutualInformation(a, a)).toBeCloseTo(pluginEntropy(a), 13);
      }),
    );
  });

  it('obeys the data-processing inequality and the chain rule', () => {
    fc.assert(
      fc.property(samples, ([a, b, c]) => {
        const whole = pluginMutualInformation(a, b);
        expect(
          pluginMutualInformation(
            a,
            mapped(b, (code) => code % 2),
          ),
        ).toBeLessThanOrEqual(whole + 1e-13);
        // I(A; B, C) = I(A; B) + I(A; C | B), the last from entropies.
        const both = jointLabels(b, c);
        const conditional =
          pluginEntropy(jointLabels(a, b)) +
          pluginEntropy(both) -
          pluginEntropy(jointLabels(a, both)) -
          pluginEntropy(b);
        expect(conditional).toBeGreaterThanOrEqual(-1e-13);
        expect(pluginMutualInformation(a, both)).toBeCloseTo(whole + conditional, 12);
      }),
    );
  });
});
