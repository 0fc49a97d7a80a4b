import { describe, expect, it } from 'vitest';
import { bits } from '../../../src/lib/information/bits.js';
import { countsOf } from '../../../src/lib/information/labels.js';
import { pluginMutualInformation } from '../../../src/lib/information/plug-in.js';
import { random } from '../../../src/lib/statistics/random.js';
import {
  corruptedLabelInformation,
  corruptedLabels,
  labelledBlobs,
} from '../../../src/papers/diffusion-spectral-entropy/labelled-blobs.js';

describe('labelled blobs', () => {
  it('are as many of each class, of unit variance, around centres between −10 and 10', () => {
    const { points, labels } = labelledBlobs(3000, 2, 3, random(8));
    expect([...countsOf(labels)]).toEqual([1000, 1000, 1000]);
    for (let label = 0; label < 3; label++) {
      const own = points.filter((_, at) => labels.codes[at >> 1] === label && at % 2 === 0);
      const mean = own.reduce((a, b) => a + b) / own.length;
      const variance = own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length;
      expect(Math.abs(mean)).toBeLessThan(10.2);
      expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 1000));
    }
    expect(() => labelledBlobs(10, 2, 3, random(1))).toThrow('classes of equal size');
  });

  it('have corrupted labels with the information of the closed form', () => {
    const { labels } = labelledBlobs(30_000, 1, 3, random(9));
    for (const [share, exact] of [
      [0, 1.585],
      [0.2, 0.885],
      [0.4, 0.482],
      [0.6, 0.214],
      [0.8, 0.055],
      [1, 0],
    ]) {
      const information = bits(corruptedLabelInformation(3, share));
      expect(Math.abs(information - exact)).toBeLessThan(1e-3);
      const corrupted = corruptedLabels(labels, share, random(10, share));
      expect([...countsOf(corrupted)]).toEqual([...countsOf(labels)]);
      expect(Math.abs(bits(pluginMutualInformation(labels, corrupted)) - information)).toBeLessThan(0.02);
    }
  });
});

it('a share of labels lies between 0 and 1', () => {
  for (const strange of [1.5, -0.1, NaN])
    expect(() => corruptedLabelInformation(4, strange)).toThrow('from 0 to 1');
});
