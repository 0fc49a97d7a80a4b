import type { Estimate } from '../../lib/information/estimate.js';
import { kernelInformation } from '../../lib/information/kernel-information.js';
import { correlatedNormals } from '../../lib/information/known/correlated-normals.js';
import type { PairedPoints } from '../../lib/information/paired-points.js';
import { normalProbability } from '../../lib/statistics/normal.js';
import { principalCodes, principalComponents } from '../../lib/statistics/principal-components.js';
import { random } from '../../lib/statistics/random.js';
import { estimateInformation } from '../../papers/lossy-compression-ib/estimates.js';
import { imageFamilies } from '../../papers/lossy-compression-ib/image-families.js';
import type { SyntheticRow } from '../../papers/lossy-compression-ib/tables.js';
import type { LiveProgress } from '../live-control.js';

export interface LiveKnownSettings {
  /** True information, nats. */
  readonly information: number;
  readonly family: SyntheticRow['dataset'];
  readonly samples: number;
  readonly estimator: 'wkl' | 'kl' | 'kernel';
  /** Of the kernel, after whitening. */
  readonly bandwidth: number;
  /** What the estimator is given: normals, the uniform parameters of the images, or components of their pixels. */
  readonly given: 'normals' | 'parameters' | 'principal';
  readonly seed: number;
}

/** Estimates on samples drawn anew, `step` of `steps`, and the first pair of images of the first. */
export interface LiveKnown extends LiveProgress {
  readonly estimates: readonly Estimate[];
  /** `[size, size]` each, rows from above. */
  readonly images: readonly [Float64Array, Float64Array];
}

/** Pixels on a side of an image. */
const size = 16;
const repetitions = 3;

/** Three samples of the settings, one estimate after the other: a second in all at most, of most settings 0.1 s. */
export function* liveKnown(settings: LiveKnownSettings): Generator<LiveKnown, void, void> {
  const { information, family, samples, seed } = settings;
  const { dimension, draw } = imageFamilies[family];
  const pairs = Array.from({ length: repetitions }, (_, repetition) =>
    correlatedNormals(samples, dimension, information, random(seed, 'live-known', repetition)),
  );
  const first = (points: Float64Array) => draw(points.subarray(0, dimension), size);
  const images = [first(pairs[0].x), first(pairs[0].y)] as const;
  const estimates: Estimate[] = [];
  for (const pair of pairs) {
    estimates.push(estimate(shown(pair, settings), settings));
    yield { step: estimates.length, steps: repetitions, estimates: [...estimates], images };
  }
}

function shown(pair: PairedPoints, { given, family }: LiveKnownSettings): PairedPoints {
  if (given === 'normals') return pair;
  if (given === 'parameters')
    return { ...pair, x: pair.x.map(normalProbability), y: pair.y.map(normalProbability) };
  const { dimension, draw } = imageFamilies[family];
  const values = size * size;
  const images = [pair.x, pair.y].map((normals) => draw(normals, size));
  const components = principalComponents(images[0], values, dimension);
  const [x, y] = images.map((pixels) => principalCodes(pixels, components));
  return { ...pair, x, y };
}

function estimate(pair: PairedPoints, { estimator, bandwidth }: LiveKnownSettings): Estimate {
  return estimator === 'kernel'
    ? kernelInformation(pair, bandwidth, { checked: false })
    : estimateInformation(pair, estimator);
}
