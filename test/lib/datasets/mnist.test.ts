import { describe, expect, test } from 'vitest';
import { mnist, mnistDigits, mnistNames, standardisedPixels } from '../../../src/lib/datasets/mnist.js';
import { localArray } from '../../local-dataset.js';

test('a split names its two files', () => {
  expect(mnistNames('test')).toEqual(['mnist-test-images', 'mnist-test-labels']);
  expect(mnistNames('train', 'test')).toEqual(mnist.map(({ name }) => name));
});

test('pixels become those that a network is given', () => {
  const [background, ink] = standardisedPixels(Uint8Array.of(0, 255));
  expect(background).toBeCloseTo(-0.4242129, 6);
  expect(ink).toBeCloseTo(2.8214867, 6);
});

// Counted from the published files by another program.
describe.each([
  ['test', [7, 2, 1, 0, 4], [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], 0.132515, 0.31048],
  ['train', [5, 0, 4, 1, 9], [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], 0.13066, 0.308108],
] as const)('%s', (split, first, counts, mean, deviation) => {
  test('first digits, digits of each kind, mean and spread of the ink', async (context) => {
    const { images, labels } = await mnistDigits(async (name) => localArray(name, context), split);
    expect([...labels.subarray(0, 5)]).toEqual(first);
    expect(counts.map((_, digit) => labels.filter((label) => label === digit).length)).toEqual(counts);
    let [sum, squares] = [0, 0];
    for (const byte of images) {
      sum += byte;
      squares += byte * byte;
    }
    const average = sum / images.length / 255;
    expect(average).toBeCloseTo(mean, 6);
    expect(Math.sqrt(squares / images.length / 255 ** 2 - average ** 2)).toBeCloseTo(deviation, 5);
  });
});
