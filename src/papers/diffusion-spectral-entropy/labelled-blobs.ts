import type { Labels } from '../../lib/information/labels.js';
import type { Random } from '../../lib/statistics/random.js';

/** Points around the centres of their classes. */
export interface LabelledPoints {
  /** `[n, dimension]`, row-major. */
  readonly points: Float64Array;
  readonly labels: Labels;
}

/**
 * Normal points of unit variance around centres that are uniform on [−10, 10]^d, as many of each class as of any
 * other (D. Liao et al., CISS 2024, toy study). Overlap of the blobs apart, points tell the class.
 *
 * @param n divisible by the number of classes.
 */
export function labelledBlobs(
  n: number,
  dimension: number,
  classes: number,
  { uniform, normal }: Random,
): LabelledPoints {
  if (n % classes !== 0) throw new RangeError(`${n} points do not make ${classes} classes of equal size`);
  const centres = Float64Array.from({ length: classes * dimension }, () => 20 * uniform() - 10);
  const codes = Uint32Array.from({ length: n }, (_, i) => i % classes);
  const points = Float64Array.from(
    { length: n * dimension },
    (_, at) => centres[(Math.floor(at / dimension) % classes) * dimension + (at % dimension)] + normal(),
  );
  return { points, labels: { codes, count: classes } };
}

/** Labels of which a random share, rounded, is permuted at random among itself. */
export function corruptedLabels({ codes, count }: Labels, share: number, { shuffle }: Random): Labels {
  const moved = shuffle(codes.length).subarray(0, Math.round(share * codes.length));
  const order = shuffle(moved.length);
  const corrupted = codes.slice();
  moved.forEach((at, i) => (corrupted[at] = codes[moved[order[i]]]));
  return { codes: corrupted, count };
}

/**
 * Mutual information, in nats, of a balanced label of k classes with its corrupted copy, in the limit of many points:
 * log k − H, H the entropy of being right with probability (1 − share) + share/k and each of the others with
 * share/k.
 *
 * @throws {RangeError} unless the share lies between 0 and 1.
 */
export function corruptedLabelInformation(classes: number, share: number): number {
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`a share of ${share} of labels: from 0 to 1 there is one`);
  const wrong = share / classes;
  const right = 1 - share + wrong;
  const term = (p: number) => (p > 0 ? p * Math.log(p) : 0);
  return Math.log(classes) + term(right) + (classes - 1) * term(wrong);
}
