import { labelCount, type Meaning } from './meaning.js';

/**
 * Gaussian truth functions T(θ_j|x) = exp(−(x − c_j)²/2σ²), `[n, m]`: "x is about c_j".
 *
 * @throws {RangeError} unless the width σ is positive.
 */
export function gaussianTruth(
  instances: ArrayLike<number>,
  centres: readonly number[],
  width: number,
): Float64Array {
  if (!(width > 0)) throw new RangeError(`width ${width} of a truth function: it must be positive`);
  const labels = centres.length;
  const truth = new Float64Array(instances.length * labels);
  for (let x = 0; x < instances.length; x++)
    for (let j = 0; j < labels; j++)
      truth[x * labels + j] = Math.exp(-0.5 * ((instances[x] - centres[j]) / width) ** 2);
  return truth;
}

/**
 * The truth functions that match a channel P(y|x), `[n, m]`: T*(θ_j|x) = P(y_j|x)/max_x P(y_j|x). No others convey as
 * much of what it says: with them G equals the channel's Shannon information. A label that is never used, of which
 * anything can be said, is true of all.
 */
export function matchedTruth(prior: Float64Array, channel: Float64Array): Float64Array {
  const labels = labelCount(prior, channel);
  const largest = new Float64Array(labels);
  channel.forEach((value, at) => (largest[at % labels] = Math.max(largest[at % labels], value)));
  return channel.map((value, at) => (largest[at % labels] > 0 ? value / largest[at % labels] : 1));
}

/** The channel of a speaker who uses each label in proportion to its truth, P(y_j|x) = T(θ_j|x)/Σ_k T(θ_k|x). */
export function truthfulChannel({ prior, truth }: Meaning): Float64Array {
  const labels = labelCount(prior, truth);
  const channel = Float64Array.from(truth);
  for (let x = 0; x < prior.length; x++) {
    const row = channel.subarray(x * labels, (x + 1) * labels);
    const sum = row.reduce((total, value) => total + value, 0);
    row.forEach((value, j) => (row[j] = value / sum));
  }
  return channel;
}
