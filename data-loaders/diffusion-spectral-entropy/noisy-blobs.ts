import type { Labels } from '../../src/lib/information/labels.js';
import { random } from '../../src/lib/statistics/random.js';
import {
  corruptedLabels,
  labelledBlobs,
  type LabelledPoints,
} from '../../src/papers/diffusion-spectral-entropy/labelled-blobs.js';
import type { BlobParameters, BlobSet } from './blobs.js';

/** The noisy points of a set with their true labels. Noise is added once, to the points as they were drawn. */
export function noisyBlobs(
  { points, classes }: BlobParameters,
  { D, noise, seed }: BlobSet,
  base: number,
): LabelledPoints {
  const blobs = labelledBlobs(points, D, classes, random(base, 'blobs', D, seed));
  const { uniform } = random(base, 'blob noise', D, seed);
  for (let at = 0; at < blobs.points.length; at++) blobs.points[at] += noise * (2 * uniform() - 1);
  return blobs;
}

/** The labels of a set with a share corrupted: the same ones whoever estimates. */
export function blobLabels(labels: Labels, share: number, { D, seed }: BlobSet, base: number): Labels {
  return corruptedLabels(labels, share, random(base, 'corruption', D, seed, share));
}
