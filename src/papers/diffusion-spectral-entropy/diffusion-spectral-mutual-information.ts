import { countPoints } from '../../lib/information/gaussian-kernel.js';
import { classesOf, type Labels, rowsOf } from '../../lib/information/labels.js';
import type { Random } from '../../lib/statistics/random.js';
import { diffusionSpectralEntropy, diffusionSpectrum } from './diffusion-spectral-entropy.js';

/** Entropies in nats, and their difference. */
export interface ClasswiseInformation {
  readonly information: number;
  /** Of subsets of all points as large as the classes. */
  readonly entropy: number;
  /** Of the classes. */
  readonly conditional: number;
}

/**
 * Mutual information, in nats, of points with labels, for an entropy that grows with the number of points:
 * Σ_c (n_c/n) (⟨S(subset of n_c points)⟩ − S(points of class c)), so that entropies of equally many points are
 * compared (D. Liao et al., CISS 2024, as their code has it). It may be negative, and need not reach H(Y).
 *
 * @param points `[n, dimension]`, row-major; @param labels of the points.
 * @param entropy S of points, in nats.
 * @param subsets numbers of the points in each of some subsets of a given size.
 * @throws {RangeError} if the labels do not pair with the points.
 */
export function classwiseInformation(
  points: Float64Array,
  dimension: number,
  labels: Labels,
  entropy: (points: Float64Array, dimension: number) => number,
  subsets: (size: number) => readonly ArrayLike<number>[],
): ClasswiseInformation {
  const n = countPoints(points, dimension);
  if (labels.codes.length !== n) throw new RangeError(`${n} points but ${labels.codes.length} labels`);
  const of = (numbers: ArrayLike<number>) => entropy(rowsOf(points, dimension, numbers), dimension);
  let [whole, conditional] = [0, 0];
  for (const members of classesOf(labels)) {
    const share = members.length / n;
    const drawn = subsets(members.length);
    whole += (share * drawn.reduce((sum, numbers) => sum + of(numbers), 0)) / drawn.length;
    conditional += share * of(members);
  }
  return { information: whole - conditional, entropy: whole, conditional };
}

/**
 * Five subsets of n points of each size, drawn without replacement. Those of all sizes begin alike, as they do where
 * a generator is started anew for each class.
 */
export function nestedSubsets(
  n: number,
  { shuffle }: Random,
  repetitions = 5,
): (size: number) => Uint32Array[] {
  const orders = Array.from({ length: repetitions }, () => shuffle(n));
  return (size) => orders.map((order) => order.subarray(0, size));
}

/** {@link classwiseInformation} of the diffusion spectral entropy after t steps. */
export function diffusionSpectralMutualInformation(
  points: Float64Array,
  dimension: number,
  labels: Labels,
  { width, steps = 1, random }: { readonly width: number; readonly steps?: number; readonly random: Random },
): ClasswiseInformation {
  const entropy = (some: Float64Array) =>
    diffusionSpectralEntropy(diffusionSpectrum(some, dimension, width), steps);
  return classwiseInformation(
    points,
    dimension,
    labels,
    entropy,
    nestedSubsets(points.length / dimension, random),
  );
}
