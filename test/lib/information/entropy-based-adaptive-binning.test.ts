import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binCodes, binnedLabels, uniformEdges } from '../../../src/lib/information/binning.js';
import { bits } from '../../../src/lib/information/bits.js';
import { adaptiveEdges } from '../../../src/lib/information/entropy-based-adaptive-binning.js';
import { pluginEntropy } from '../../../src/lib/information/plug-in.js';
import { binnedInformation } from '../../../src/papers/adaptive-estimators/layer-information.js';
import { twelveBitTask } from '../../../src/papers/adaptive-estimators/twelve-bit-task.js';
import { integerLayer } from './integer-layer.js';

const { inputs, labels } = twelveBitTask();
const relu = (value: number) => Math.max(0, value);

describe('entropy-based adaptive binning', () => {
  it('puts edges at every third of the distinct values', () => {
    const layer = Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7);
    const edges = adaptiveEdges(layer, 3, 0);
    expect([...edges]).toEqual([0, 1, 3, 5, 7]);
    expect([...binCodes(layer, edges)]).toEqual([0, 1, 1, 2, 2, 3, 3, 4]);
    expect(bits(pluginEntropy(binnedLabels(layer, 2, edges)))).toBeCloseTo(2, 14);
    const off = new Float64Array(8);
    expect([...adaptiveEdges(off, 3, 0)]).toEqual([0]);
    expect(pluginEntropy(binnedLabels(off, 2, [0]))).toBe(0);
  });

  it('of the input itself sees every pattern', () => {
    const { input, label } = binnedInformation(
      binnedLabels(inputs, 12, adaptiveEdges(inputs, 30, 0)),
      labels,
    );
    expect(bits(input)).toBeCloseTo(12, 12);
    expect(bits(label)).toBeCloseTo(0.9991571208, 9);
  });

  // NumPy 2.4.6: setdiff1d, digitize, unique; float64.
  it.each([
    [1, 30, 1.897168429836594, 0.005011407650155952],
    [2, 30, 4.612883302916484, 0.0747972952599616],
    [3, 30, 6.526574281276955, 0.22910875758689464],
    [5, 30, 9.627162714120573, 0.6695476369124442],
    [1, 4, 1.3581448591676935, 0.004561739408198262],
    [2, 4, 3.0379597679330463, 0.004313333832065336],
    [3, 4, 4.410288678173843, 0.02067744687778106],
    [5, 4, 6.876196647893504, 0.14646761473953607],
  ])('of a ReLU layer of integers, %i units in %i bins, agrees with NumPy', (units, bins, input, label) => {
    const layer = integerLayer(units, relu);
    const information = binnedInformation(binnedLabels(layer, units, adaptiveEdges(layer, bins, 0)), labels);
    expect(bits(information.input)).toBeCloseTo(input, 9);
    expect(bits(information.label)).toBeCloseTo(label, 9);
  });

  it.each([
    [1, [0, 1, 4, 8, 12, 15]],
    [2, [0, 1, 5, 9, 13, 17]],
    [3, [0, 1, 5, 9, 13, 17]],
    [5, [0, 1, 6, 11, 16, 20]],
  ])('has the edges of %i units', (units, edges) => {
    expect([...adaptiveEdges(integerLayer(units, relu), 4, 0)]).toEqual(edges);
  });

  it('leaves fixed bins to say something else', () => {
    // NumPy 2.4.6, digitize with linspace(−1, 1, 30); values lie near edges.
    for (const [units, input, label] of [
      [1, 4.324717786, 0.006898902],
      [3, 8.911365138, 0.696937691],
    ]) {
      const layer = integerLayer(units, (value) => Math.tanh(value / 8));
      const fixed = binnedInformation(binnedLabels(layer, units, uniformEdges(-1, 1, 30)), labels);
      expect(Math.abs(bits(fixed.input) - input)).toBeLessThan(1e-3);
      expect(Math.abs(bits(fixed.label) - label)).toBeLessThan(1e-3);
    }
  });

  it('does not see strictly increasing maps that keep the lowest edge; fixed bins do', () => {
    const layer = integerLayer(3, relu);
    const binned = (values: Float64Array) => binnedLabels(values, 3, adaptiveEdges(values, 30, 0));
    const fixed = (values: Float64Array) => pluginEntropy(binnedLabels(values, 3, uniformEdges(0, 20, 30)));
    for (const map of [(h: number) => 100 * h, (h: number) => h ** 3, (h: number) => Math.expm1(h)]) {
      expect(binned(layer.map(map))).toEqual(binned(layer));
      expect(Math.abs(fixed(layer.map(map)) - fixed(layer))).toBeGreaterThan(0.1);
    }
  });

  it('fills its bins with as many distinct values each as it can, in either precision', () => {
    const activations = fc.array(fc.float({ min: 0, max: 8, noNaN: true }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(activations, fc.integer({ min: 1, max: 12 }), (values, bins) => {
        const single = Float32Array.from(values);
        const edges = adaptiveEdges(single, bins, 0);
        const codes = binCodes(single, edges);
        const inBin = new Map<number, Set<number>>();
        single.forEach((value, i) =>
          inBin.set(codes[i], (inBin.get(codes[i]) ?? new Set<number>()).add(value)),
        );
        const distinct = new Set(values.filter((value) => value !== 0).map(Math.fround));
        // Only zeros share the first bin; the largest value has the last one.
        expect([...(inBin.get(0) ?? [])].every((value) => value === 0)).toBe(true);
        if (distinct.size >= bins)
          for (let bin = 1; bin <= bins; bin++) {
            const size = inBin.get(bin)?.size ?? 0;
            const share = distinct.size / bins;
            expect(size).toBeLessThanOrEqual(Math.ceil(share));
            expect(size).toBeGreaterThanOrEqual(Math.floor(share) - (bin === bins ? 1 : 0));
          }
        // What is exact in single precision is the same in double.
        const double = Float64Array.from(single);
        expect(adaptiveEdges(double, bins, 0)).toEqual(edges);
        expect(binCodes(double, edges)).toEqual(codes);
      }),
    );
  });

  it('says what is wrong', () => {
    expect(() => adaptiveEdges(Float64Array.of(1, -0.5), 30, 0)).toThrow('from -0.5 to 1');
    expect(() => adaptiveEdges(Float64Array.of(1, NaN), 30, 0)).toThrow('NaN');
  });
});
