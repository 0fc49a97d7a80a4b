import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import * as images from '../../../data-loaders/diffusion-spectral-entropy/images.js';
import * as imagesRun from '../../../data-loaders/diffusion-spectral-entropy/images.run.js';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { random } from '../../../src/lib/statistics/random.js';
import { imageRegimes } from '../../../src/papers/diffusion-spectral-entropy/tables.js';
import { collect } from '../collect.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

/** Images of two kinds, a bar across the top or down the side, with some noise, in the place of digits. */
const count = 120;
const { integer, uniform } = random(1, 'bars');
const labels = Uint8Array.from({ length: count }, () => integer(2));
const values = new Uint8Array(count * 784);
labels.forEach((label, image) => {
  for (let at = 0; at < 784; at++) {
    const inBar = label === 0 ? at < 8 * 28 : at % 28 < 8;
    values[image * 784 + at] = Math.floor((inBar ? 200 : 0) + 50 * uniform());
  }
});
const arrays = Object.fromEntries([
  ['mnist-test-images', { values, shape: [count, 28, 28] }],
  ['mnist-test-labels', { values: labels, shape: [count] }],
]);

const experiment = { ...images, ...imagesRun };
const tiny = {
  ...images.definition.profiles.quick,
  ...{ trainImages: 60, readImages: 40, probeImages: 30, batch: 20, clusters: 2, checkpoints: [0, 2, 15] },
};

it('follows a network in three regimes from the same first weights, and leaves no tensor', async () => {
  const before = tf.memory().numTensors;
  const { images: rows } = await collect(experiment, tiny, 1, undefined, arrays);
  expect(tf.memory().numTensors).toBe(before);
  expect(rows.map(({ regime, step }) => [regime, step])).toEqual(
    imageRegimes.flatMap((regime) => [0, 2, 15].map((step) => [regime, step])),
  );
  const at = (regime: string, step: number) =>
    rows.find((row) => row.regime === regime && row.step === step)!;
  for (const regime of imageRegimes) {
    expect(at(regime, 0).dse).toBe(at('supervised', 0).dse);
    expect(at(regime, 15).dse).not.toBe(at(regime, 0).dse);
  }
  expect(at('supervised', 15).val_acc).toBeGreaterThan(0.9);
  expect(at('permuted', 15).val_acc).toBeLessThan(0.9);
  expect(at('contrastive', 15).val_acc).toBeGreaterThan(0.9);
  expect((await collect(experiment, tiny, 1, undefined, arrays)).images).toEqual(rows);
});

it('says how many images are missing', async () => {
  await expect(collect(experiment, { ...tiny, trainImages: 100 }, 1, undefined, arrays)).rejects.toThrow(
    '120 images to train',
  );
});
