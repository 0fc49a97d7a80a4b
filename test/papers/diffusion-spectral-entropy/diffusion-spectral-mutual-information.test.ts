import { describe, expect, it } from 'vitest';
import { equalWidthLabels } from '../../../src/lib/information/binning.js';
import { bits } from '../../../src/lib/information/bits.js';
import { labelsOf } from '../../../src/lib/information/labels.js';
import { pluginEntropy } from '../../../src/lib/information/plug-in.js';
import { random } from '../../../src/lib/statistics/random.js';
import {
  diffusionSpectralEntropy,
  diffusionSpectrum,
} from '../../../src/papers/diffusion-spectral-entropy/diffusion-spectral-entropy.js';
import {
  classwiseInformation,
  diffusionSpectralMutualInformation,
  nestedSubsets,
} from '../../../src/papers/diffusion-spectral-entropy/diffusion-spectral-mutual-information.js';
import {
  corruptedLabels,
  labelledBlobs,
} from '../../../src/papers/diffusion-spectral-entropy/labelled-blobs.js';

const six = Float64Array.of(0, 0, 1, 0, 0, 1, 6, 6, 7, 6, 6, 7);
const halves = labelsOf([0, 0, 0, 1, 1, 1]);
const entropy = (points: Float64Array, dimension: number) =>
  diffusionSpectralEntropy(diffusionSpectrum(points, dimension, 1));

/** All subsets of three of six. */
const triples: number[][] = [];
for (let i = 2; i < 6; i++) for (let j = 1; j < i; j++) for (let k = 0; k < j; k++) triples.push([i, j, k]);

describe('diffusion spectral mutual information', () => {
  it('over all subsets of two groups of three points agrees with NumPy 2.4.6', () => {
    expect(triples).toHaveLength(20);
    const found = classwiseInformation(six, 2, halves, entropy, () => triples);
    expect(bits(found.entropy)).toBeCloseTo(1.4040658147, 9);
    expect(bits(found.conditional)).toBeCloseTo(1.1853216454, 9);
    expect(bits(found.information)).toBeCloseTo(0.2187441693, 9);
  });

  it('is zero where all points have one label, whose subsets are all of them', () => {
    const { information } = diffusionSpectralMutualInformation(six, 2, labelsOf(new Uint8Array(6)), {
      width: 1,
      random: random(1),
    });
    expect(information).toBeCloseTo(0, 12);
  });

  it('does not see the names of the labels', () => {
    const of = (labels: ReturnType<typeof labelsOf>) =>
      diffusionSpectralMutualInformation(six, 2, labels, { width: 1, random: random(2) }).information;
    expect(of(labelsOf([9, 9, 9, 4, 4, 4]))).toBe(of(halves));
    expect(of(labelsOf([1, 1, 1, 0, 0, 0]))).toBe(of(halves));
  });

  it('draws five subsets without replacement, the smaller within the larger', () => {
    const subsets = nestedSubsets(30, random(3));
    const [small, large] = [subsets(7), subsets(20)];
    expect(small).toHaveLength(5);
    small.forEach((subset, r) => {
      expect(new Set(subset).size).toBe(7);
      expect([...large[r].subarray(0, 7)]).toEqual([...subset]);
    });
    expect(new Set(small.map((subset) => subset.join())).size).toBe(5);
  });

  it('falls as labels are corrupted, which binning cannot see in twenty dimensions', () => {
    const { points, labels } = labelledBlobs(300, 20, 3, random(5, 'blobs'));
    const values = [0, 0.4, 1].map((share) => {
      const corrupted = corruptedLabels(labels, share, random(5, 'labels'));
      const { information } = diffusionSpectralMutualInformation(points, 20, corrupted, {
        width: Math.sqrt(20),
        random: random(5, 'subsets'),
      });
      const binned = (some: Float64Array) => pluginEntropy(equalWidthLabels(some, 20, 5));
      const subsets = nestedSubsets(300, random(5, 'subsets'));
      const classic = classwiseInformation(points, 20, corrupted, binned, subsets);
      expect(Math.abs(bits(classic.information))).toBeLessThan(0.05);
      return bits(information);
    });
    expect(values[0]).toBeGreaterThan(0.5);
    expect(values[1]).toBeLessThan(values[0] - 0.2);
    expect(Math.abs(values[2])).toBeLessThan(0.1);
  });

  it('says what is wrong', () => {
    expect(() => classwiseInformation(six, 2, labelsOf([1]), entropy, () => triples)).toThrow('1 labels');
  });
});
