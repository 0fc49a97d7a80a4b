import { describe, expect, it } from 'vitest';
import {
  binCodes,
  binnedLabels,
  equalWidthLabels,
  uniformEdges,
} from '../../../src/lib/information/binning.js';
import { bits } from '../../../src/lib/information/bits.js';
import { pluginEntropy } from '../../../src/lib/information/plug-in.js';
import { weylPoints } from './weyl-points.js';

describe('binning', () => {
  it('counts edges that are not above a value', () => {
    const edges = [0, 1, 1, 3];
    expect([...binCodes(Float64Array.of(-1, 0, 0.5, 1, 2, 3, 9, Infinity), edges)]).toEqual([
      -1, 0, 0, 2, 2, 3, 3, 3,
    ]);
    expect(() => binCodes(Float64Array.of(0, NaN), edges)).toThrow('value 1 is not a number');
  });

  it('has edges as NumPy’s linspace', () => {
    expect([...uniformEdges(-1, 1, 5)]).toEqual([-1, -0.5, 0, 0.5, 1]);
    const edges = uniformEdges(0, 0.3, 4);
    expect(edges[3]).toBe(0.3);
    expect(edges[1]).toBeCloseTo(0.1, 15);
  });

  it('compares numbers in the precision in which they come', () => {
    // 0.1 in single precision is above 0.1 in double.
    const edges = [0, 0.1];
    expect([...binCodes(Float32Array.of(0.1), edges)]).toEqual([1]);
    expect([...binCodes(Float32Array.of(0.1), Float32Array.of(0, 0.1))]).toEqual([1]);
    expect([...binCodes(Float64Array.of(0.1 - 1e-12), Float32Array.of(0, 0.1))]).toEqual([0]);
  });

  it('joins the bins of all units', () => {
    const labels = binnedLabels(Float64Array.of(0, 5, 0.2, 7, 0, 0), 2, [0, 1]);
    expect([...labels.codes]).toEqual([0, 0, 1]);
  });
});

describe('bins of equal width', () => {
  it('have the entropies of NumPy 2.4.6 (digitize, unique)', () => {
    [
      [2, 2.7690567787081743],
      [3, 4.3149947221743075],
      [5, 5.076510268768853],
    ].forEach(([bins, entropy]) =>
      expect(pluginEntropy(equalWidthLabels(weylPoints, 4, bins))).toBeCloseTo(entropy, 12),
    );
  });

  it('split two groups of three points into two', () => {
    const six = Float64Array.of(0, 0, 1, 0, 0, 1, 6, 6, 7, 6, 6, 7);
    expect(bits(pluginEntropy(equalWidthLabels(six, 2, 2)))).toBeCloseTo(1, 14);
  });

  it('bear a constant coordinate, and hold the largest value', () => {
    const labels = equalWidthLabels(Float64Array.of(4, 0, 4, 1, 4, 2, 4, 10), 2, 10);
    expect([...labels.codes]).toEqual([0, 1, 2, 3]);
    expect([...equalWidthLabels(Float64Array.of(0, 0.95, 1), 1, 10).codes]).toEqual([0, 1, 1]);
  });
});
