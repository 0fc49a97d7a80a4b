import { blobImages } from '../../lib/information/known/blob-images.js';
import { correlatedNormals } from '../../lib/information/known/correlated-normals.js';
import { rectangles } from '../../lib/information/known/rectangle-images.js';
import {
  noiseOfInformation,
  uniformNoiseChannel,
} from '../../lib/information/known/uniform-noise-channel.js';
import type { PairedPoints } from '../../lib/information/paired-points.js';
import { normalProbability } from '../../lib/statistics/normal.js';
import type { Random } from '../../lib/statistics/random.js';

/** A point of the bench's grid. */
export interface BenchCase {
  readonly distribution: string;
  /** Coordinates of each of x and y that carry information. */
  readonly dimension: number;
  readonly n: number;
  /** The mutual information, in nats. */
  readonly information: number;
  /** How far from normal, where the distribution can be told: see {@link BenchDistribution.shape}. */
  readonly shape: number;
}

/** A law of pairs whose mutual information is known, and can be chosen. */
export interface BenchDistribution {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** The only dimension that it comes in. */
  readonly dimension?: number;
  /** What can be set besides, and what the grid takes. */
  readonly shape?: { readonly label: string; readonly max: number; readonly value: number };
  sample(of: Omit<BenchCase, 'distribution'>, random: Random): PairedPoints;
}

/** Coordinates of an image's side. */
const imageSize = 4;
const rectangleSize = 16;

/**
 * Maps that can be undone change no information, so that all but one of these are correlated normals seen through
 * some, of x and of y apart.
 */
export const distributions: readonly BenchDistribution[] = [
  {
    id: 'normals',
    label: 'Correlated normals',
    description: 'two normal vectors, rotated at random',
    sample: ({ n, dimension, information }, random) => correlatedNormals(n, dimension, information, random),
  },
  {
    id: 'uniform',
    label: 'Uniform marginals',
    description: 'those normals, each coordinate made uniform: the density is unbounded in the corners',
    sample: ({ n, dimension, information }, random) =>
      mapped(correlatedNormals(n, dimension, information, random), (points) => points.map(normalProbability)),
  },
  {
    id: 'stretched',
    label: 'Stretched normals',
    description: 'those normals, each coordinate v made v|v|^s: long tails, and a sharp peak at zero',
    shape: { label: 'Stretch s', max: 2, value: 0.5 },
    sample: ({ n, dimension, information, shape }, random) =>
      mapped(correlatedNormals(n, dimension, information, random), (points) =>
        points.map((value) => value * Math.abs(value) ** shape),
      ),
  },
  {
    id: 'uniform-noise',
    label: 'Uniform noise',
    description:
      'a uniform vector, and the same with uniform noise: a density with edges, that no map makes normal',
    sample: ({ n, dimension, information }, random) =>
      uniformNoiseChannel(n, dimension, noiseOfInformation(information, dimension), random),
  },
  {
    id: 'rectangles',
    label: 'Rectangles',
    description: 'four normals made the sides of a rectangle: bounded, and the sides depend on each other',
    dimension: 4,
    sample: ({ n, information }, random) =>
      mapped(correlatedNormals(n, 4, information, random), (points) => rectangles(points, rectangleSize)),
  },
  {
    id: 'images',
    label: 'Images of blobs',
    description: 'two normals made an image of 4 × 4 pixels: a curved surface in sixteen dimensions',
    dimension: 2,
    sample: ({ n, information }, random) => ({
      ...mapped(correlatedNormals(n, 2, information, random), (points) => blobImages(points, imageSize)),
      dimensionX: imageSize ** 2,
      dimensionY: imageSize ** 2,
    }),
  },
];

/** The distribution of a name. @throws {RangeError} where there is none. */
export function distributionOf(id: string): BenchDistribution {
  const found = distributions.find((distribution) => distribution.id === id);
  if (!found)
    throw new RangeError(
      `no distribution "${id}": there are ${distributions.map(({ id }) => id).join(', ')}`,
    );
  return found;
}

function mapped(pair: PairedPoints, map: (points: Float64Array) => Float64Array): PairedPoints {
  return { ...pair, x: map(pair.x), y: map(pair.y) };
}
