import { checkFinite } from '../../lib/information/finite-points.js';
import { countPoints } from '../../lib/information/gaussian-kernel.js';
import { countsOf, type Labels } from '../../lib/information/labels.js';
import type { LayerInformation } from './layer-information.js';

/** The two sides between which the information of a noisy layer lies. */
export interface InformationBounds {
  readonly upper: LayerInformation;
  readonly lower: LayerInformation;
}

/**
 * Bounds, in nats, on the information of a layer T = h(X) + N(0, σ² I) with n equally likely inputs: the entropy of
 * the mixture of n normals by pairwise distances of its components, their Kullback–Leibler divergences
 * ‖h_i − h_j‖² / 2σ² for the upper and their Bhattacharyya distances ‖h_i − h_j‖² / 8σ² for the lower one
 * (A. Kolchinsky, B. Tracey, "Estimating mixture entropy with pairwise distances", *Entropy* 19, 2017, section 4).
 * I(X;T) = −⟨log ⟨exp(−distance_ij)⟩_j⟩_i; I(T;Y) is that less its mean over the classes, each bound less
 * the same bound within the classes, so that for the label they are estimates and no bounds. O(n² d) time.
 *
 * @param activations h, `[n, units]`, row-major; @param labels the label Y of each input.
 * @param variance σ², in the squared unit of the activations: fixed, or {@link adaptiveVariance}.
 * @throws {RangeError} if the activations do not fill whole rows or are not finite, the labels do not pair with them, or
 *   the variance is not positive, or so small that its inverse is beyond all numbers.
 */
export function pairwiseInformationBounds(
  activations: Float64Array,
  units: number,
  labels: Labels,
  variance: number,
): InformationBounds {
  const n = countPoints(activations, units);
  if (labels.codes.length !== n) throw new RangeError(`${n} inputs but ${labels.codes.length} labels`);
  checkFinite(activations, units);
  if (!(variance > 0 && variance < Infinity && 1 / variance < Infinity))
    throw new RangeError(`noise variance ${variance}: must be positive`);
  const sizes = countsOf(labels);
  const { all, within } = neighbourSums(activations, units, labels.codes, variance);
  const information = (side: 'upper' | 'lower'): LayerInformation => {
    let [input, inClasses] = [0, 0];
    for (let i = 0; i < n; i++) {
      input += Math.log(n) - Math.log1p(all[side][i]);
      inClasses += Math.log(sizes[labels.codes[i]]) - Math.log1p(within[side][i]);
    }
    return { input: input / n, label: (input - inClasses) / n };
  };
  return { upper: information('upper'), lower: information('lower') };
}

/**
 * The noise that follows a layer's activity, share · (max |h|)²: with it the bounds do not depend on the scale of
 * the activations, and for a saturated tanh layer the share is the variance. (That the noise follows the largest
 * activity is I. Chelombiev's and others', ICLR 2019; the default share is A. Saxe's and others', ICLR 2018.)
 *
 * @throws {RangeError} where all activations are zero, which leaves no scale, or the square of one is beyond all numbers.
 */
export function adaptiveVariance(activations: Float64Array, share = 1e-3): number {
  const largest = activations.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  if (!(largest > 0 && largest ** 2 < Infinity))
    throw new RangeError(`adaptive noise: the largest activation is ${largest}`);
  return share * largest ** 2;
}

interface Sums {
  readonly upper: Float64Array;
  readonly lower: Float64Array;
}

/** Σ_{j≠i} exp(−distance_ij) over all inputs and over those of the same class, `[n]` each; every pair once. */
function neighbourSums(
  activations: Float64Array,
  units: number,
  classes: Uint32Array,
  variance: number,
): { readonly all: Sums; readonly within: Sums } {
  const n = classes.length;
  const sums = (): Sums => ({ upper: new Float64Array(n), lower: new Float64Array(n) });
  const [all, within] = [sums(), sums()];
  // By names of their own: the loop over pairs would look each array up anew.
  const { upper: allUpper, lower: allLower } = all;
  const { upper: ownUpper, lower: ownLower } = within;
  const scale = -1 / (8 * variance);
  for (let i = 0; i < n; i++) {
    let [upper, lower, upperWithin, lowerWithin] = [0, 0, 0, 0];
    const start = i * units;
    const own = classes[i];
    for (let j = 0, other = 0; j < i; j++) {
      let squares = 0;
      for (let c = 0; c < units; c++, other++) {
        const difference = activations[start + c] - activations[other];
        squares += difference * difference;
      }
      const exponent = scale * squares;
      // Too far apart to add anything: e⁻⁸⁰ beside the 1 of the point itself.
      if (exponent < -80) continue;
      const farther = Math.exp(exponent);
      // The Kullback–Leibler divergence is four Bhattacharyya distances.
      const square = farther * farther;
      const nearer = square * square;
      lower += farther;
      upper += nearer;
      allLower[j] += farther;
      allUpper[j] += nearer;
      if (classes[j] === own) {
        lowerWithin += farther;
        upperWithin += nearer;
        ownLower[j] += farther;
        ownUpper[j] += nearer;
      }
    }
    allLower[i] += lower;
    allUpper[i] += upper;
    ownLower[i] += lowerWithin;
    ownUpper[i] += upperWithin;
  }
  return { all, within };
}
