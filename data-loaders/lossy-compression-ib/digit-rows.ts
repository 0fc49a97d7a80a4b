import { type Digits, mnistDigits, standardisedPixels } from '../../src/lib/datasets/mnist.js';
import type { Context } from '../../src/lib/experiment/experiment.js';
import type { NetworkParameters } from './network.js';

/** Values of an image. */
export const pixels = 784;

/** Images as a network is given them, and their digits. */
export interface DigitRows {
  /** `[n, pixels]` */
  readonly x: Float32Array;
  /** `[n]` */
  readonly labels: Uint8Array;
}

/** The images that train and those that evaluate: disjoint, also where both are from the test files. */
export async function digitRows(
  { data, trainImages, evaluatedImages }: NetworkParameters,
  array: Context['array'],
): Promise<{ readonly training: DigitRows; readonly evaluation: DigitRows }> {
  const test = await mnistDigits(array, 'test');
  const training = data === 'all' ? await mnistDigits(array, 'train') : test;
  const count = test.labels.length;
  const needed = data === 'all' ? evaluatedImages : trainImages + evaluatedImages;
  if (count < needed || training.labels.length < trainImages)
    throw new RangeError(
      `there are ${training.labels.length} images to train with and ${count} for the test`,
    );
  return {
    training: rowsOf(training, 0, trainImages),
    evaluation: rowsOf(test, count - evaluatedImages, count),
  };
}

function rowsOf({ images, labels }: Digits, start: number, end: number): DigitRows {
  return {
    x: standardisedPixels(images.subarray(start * pixels, end * pixels)),
    labels: labels.subarray(start, end),
  };
}
