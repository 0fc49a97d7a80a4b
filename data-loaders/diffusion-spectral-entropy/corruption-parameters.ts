import type { Schema } from '../../src/lib/experiment/column.js';
import {
  corruptedLabels,
  labelledBlobs,
  type LabelledPoints,
} from '../../src/lib/information/known/labelled-blobs.js';
import type { Labels } from '../../src/lib/information/labels.js';
import { random } from '../../src/lib/statistics/random.js';

/** Blobs and their corrupted labels. */
export type BlobParameters = {
  readonly points: number;
  readonly classes: number;
  /** Dimensions D of the space. */
  readonly dimensions: readonly number[];
  /** Amplitudes of the uniform noise on all coordinates. */
  readonly noise: readonly number[];
  /** Shares of the labels that are permuted among themselves. */
  readonly corruption: readonly number[];
  readonly seeds: number;
};

/** Parameters of the estimators without a network. */
export type CorruptionParameters = BlobParameters & {
  /** Random subsets of all points, for the first term of the difference. */
  readonly subsets: number;
  /** Bins a coordinate, of the classic estimates. */
  readonly bins: readonly number[];
  /** k of the nearest neighbours. */
  readonly neighbours: number;
};

/** Parameters of the neural bound. */
export type MineParameters = BlobParameters & {
  /** Units of each of the two hidden layers. */
  readonly hidden: number;
  readonly learningRate: number;
  readonly batch: number;
  readonly epochs: number;
  /** Permutations of the labels that the bound is averaged over at the end. */
  readonly permutations: number;
};

const quickBlobs: BlobParameters = {
  points: 600,
  classes: 3,
  dimensions: [20, 100],
  noise: [0.01, 0.5],
  corruption: [0, 0.2, 0.4, 0.6, 0.8, 1],
  seeds: 4,
};

const fullBlobs: BlobParameters = {
  ...quickBlobs,
  points: 5001,
  dimensions: [20, 50, 100, 500, 2000, 5000, 20_000],
  noise: [0.01, 0.1, 0.5],
};

export const quickCorruption: CorruptionParameters = {
  ...quickBlobs,
  subsets: 3,
  bins: [5, 10, 100],
  neighbours: 3,
};

export const fullCorruption: CorruptionParameters = { ...quickCorruption, ...fullBlobs, subsets: 5 };

export const quickMine: MineParameters = {
  ...quickBlobs,
  dimensions: [20],
  corruption: [0, 0.4, 1],
  seeds: 1,
  hidden: 64,
  learningRate: 1e-3,
  batch: 200,
  epochs: 60,
  permutations: 20,
};

export const fullMine: MineParameters = {
  ...quickMine,
  ...fullBlobs,
  learningRate: 1e-4,
  batch: 500,
  epochs: 200,
};

/** One row an estimate, of whichever estimator. */
export const estimateColumns: Schema = {
  D: { type: 'int32', description: 'dimension of the space' },
  noise: { type: 'float64', description: 'amplitude of the uniform noise' },
  seed: { type: 'int32', description: 'number of the set of blobs' },
  corruption: { type: 'float64', description: 'share of corrupted labels' },
  estimator: {
    type: 'string',
    description:
      'truth; dsmi: diffusion spectral; csmi-5, csmi-10, csmi-100: so many bins a coordinate; kraskov: nearest neighbours; mine: neural bound',
  },
  mi_bits: { type: 'float64', description: 'mutual information of points and labels', unit: 'bits' },
};

/** One set of blobs: D, the noise and the number of the set. */
export interface BlobPart {
  readonly D: number;
  readonly noise: number;
  readonly seed: number;
}

export function blobParts({
  dimensions,
  noise,
  seeds,
}: BlobParameters): (BlobPart & { readonly id: string })[] {
  return dimensions.flatMap((D) =>
    noise.flatMap((amplitude) =>
      Array.from({ length: seeds }, (_, seed) => ({
        ...{ D, noise: amplitude, seed },
        id: `${D}-noise-${amplitude}-${seed}`,
      })),
    ),
  );
}

export function blobPart(id: string, params: BlobParameters): BlobPart {
  const found = blobParts(params).find((part) => part.id === id);
  if (!found)
    throw new RangeError(`blobs: no part is called "${id}"; a part is <D>-noise-<amplitude>-<seed>`);
  return found;
}

/** The noisy points of a set with their true labels. Noise is added once, to the points as they were drawn. */
export function noisyBlobs(
  { points, classes }: BlobParameters,
  { D, noise, seed }: BlobPart,
  base: number,
): LabelledPoints {
  const blobs = labelledBlobs(points, D, classes, random(base, 'blobs', D, seed));
  const { uniform } = random(base, 'blob noise', D, seed);
  for (let at = 0; at < blobs.points.length; at++) blobs.points[at] += noise * (2 * uniform() - 1);
  return blobs;
}

/** The labels of a set with a share corrupted: the same ones whoever estimates. */
export function blobLabels(labels: Labels, share: number, { D, seed }: BlobPart, base: number): Labels {
  return corruptedLabels(labels, share, random(base, 'corruption', D, seed, share));
}
