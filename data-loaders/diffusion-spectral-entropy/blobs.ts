import { cross, max, range } from 'd3-array';
import type { Scale } from '../../src/lib/experiment/scale.js';

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

export const quickBlobs: BlobParameters = {
  points: 600,
  classes: 3,
  dimensions: [20, 100],
  noise: [0.01, 0.5],
  corruption: [0, 0.2, 0.4, 0.6, 0.8, 1],
  seeds: 6,
};

export const fullBlobs: BlobParameters = {
  ...quickBlobs,
  points: 5001,
  dimensions: [20, 50, 100, 500, 2000, 5000, 20_000],
  noise: [0.01, 0.1, 0.5],
};

/** How near to the paper's own blobs some are, in number and in dimensions. */
export function blobScale({ points, dimensions, seeds }: BlobParameters) {
  const largest = max(dimensions) ?? 0;
  return {
    level: points >= 5000 && largest >= 20_000 ? 'paper' : 'reduced',
    data: {
      here: `${points.toLocaleString('en')} points in up to ${largest.toLocaleString('en')} dimensions`,
      paper: '5,000 points in up to 20,000',
    },
    repetitions: `${seeds} sets of points a setting`,
  } satisfies Partial<Scale>;
}

/** One set of blobs: D, the noise and the number of the set. */
export type BlobSet = {
  readonly D: number;
  readonly noise: number;
  readonly seed: number;
};

/** A part for each set of blobs. */
export function blobParts({ dimensions, noise, seeds }: BlobParameters) {
  return dimensions.flatMap((D) =>
    cross(noise, range(seeds), (amplitude, seed) => ({
      id: `${D}-noise-${amplitude}-${seed}`,
      cost: 100 + D,
      of: { D, noise: amplitude, seed } satisfies BlobSet,
    })),
  );
}
