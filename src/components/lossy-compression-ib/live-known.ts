import type { Estimate } from '../../lib/information/estimate.js';
import { kernelInformation } from '../../lib/information/kernel-information.js';
import { blobImages } from '../../lib/information/known/blob-images.js';
import { correlatedNormals } from '../../lib/information/known/correlated-normals.js';
import { rectangleImages, rectangles } from '../../lib/information/known/rectangle-images.js';
import { informationByEntropies } from '../../lib/information/mutual-information-by-entropies.js';
import type { PairedPoints } from '../../lib/information/paired-points.js';
import { weightedKozachenkoLeonenko } from '../../lib/information/weighted-kozachenko-leonenko.js';
import { normalProbability } from '../../lib/statistics/normal.js';
import { principalCodes, principalComponents } from '../../lib/statistics/principal-components.js';
import { random } from '../../lib/statistics/random.js';

export interface LiveKnownSettings {
  /** True information, nats. */
  readonly information: number;
  /** Parameters of an image: two make blobs, four make rectangles. */
  readonly dimension: 2 | 4;
  readonly samples: number;
  readonly estimator: 'wkl' | 'kl' | 'kernel';
  /** Of the kernel, after whitening. */
  readonly bandwidth: number;
  /** What the estimator is given: normals, the uniform parameters of the images, or components of their pixels. */
  readonly given: 'normals' | 'parameters' | 'principal';
  readonly seed: number;
}

/** Estimates on samples drawn anew, and the first pair of images of the first. */
export interface LiveKnown {
  readonly estimates: readonly Estimate[];
  /** `[size, size]` each, rows from above. */
  readonly images: readonly [Float64Array, Float64Array];
}

/** Pixels on a side. */
export const liveSize = 16;
const repetitions = 3;

/** Three samples of the settings: some 0.1 s in a browser. */
export function liveKnown(settings: LiveKnownSettings): LiveKnown {
  const { information, dimension, samples, seed } = settings;
  const pairs = Array.from({ length: repetitions }, (_, repetition) =>
    correlatedNormals(samples, dimension, information, random(seed, 'live-known', repetition)),
  );
  const first = (points: Float64Array) => drawImages(points.subarray(0, dimension), dimension);
  return {
    estimates: pairs.map((pair) => estimate(shown(pair, settings), settings)),
    images: [first(pairs[0].x), first(pairs[0].y)],
  };
}

function drawImages(normals: Float64Array, dimension: 2 | 4): Float64Array {
  return dimension === 2
    ? blobImages(normals, liveSize)
    : rectangleImages(rectangles(normals, liveSize), liveSize);
}

function shown(pair: PairedPoints, { given, dimension }: LiveKnownSettings): PairedPoints {
  if (given === 'normals') return pair;
  if (given === 'parameters')
    return { ...pair, x: pair.x.map(normalProbability), y: pair.y.map(normalProbability) };
  const values = liveSize * liveSize;
  const images = [pair.x, pair.y].map((normals) => drawImages(normals, dimension));
  const components = principalComponents(images[0], values, dimension);
  const [x, y] = images.map((pixels) => principalCodes(pixels, components));
  return { ...pair, x, y };
}

function estimate(pair: PairedPoints, { estimator, bandwidth }: LiveKnownSettings): Estimate {
  if (estimator === 'kernel') return kernelInformation(pair, bandwidth);
  const options = estimator === 'kl' ? { weights: [1] } : {};
  return informationByEntropies(pair, (points, d) => weightedKozachenkoLeonenko(points, d, options));
}
