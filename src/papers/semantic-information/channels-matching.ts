import { shannonInformation } from './channel-information.js';
import { logicalProbabilities } from './meaning.js';
import { matchedTruth } from './truth-functions.js';

/** Classes that cannot be seen, and features that can. */
export interface Sensing {
  /** P(x), `[c]`. */
  readonly prior: Float64Array;
  /** P(z|x), `[cells, c]`: of each cell of feature space, a row; each column sums to 1. */
  readonly likelihood: Float64Array;
}

/** A partition of feature space: the label of each cell. */
export interface PartitionRound {
  /** 0 at the start. */
  readonly round: number;
  readonly partition: Uint8Array;
  /** I(X; Y), bits. */
  readonly information: number;
}

/** Truth below which a label counts as false. */
const floor = 1e-12;
const cap = 50;

/** The channel P(y|x) of a partition, `[c, labels]`. */
export function partitionChannel(
  { prior, likelihood }: Sensing,
  partition: Uint8Array,
  labels: number,
): Float64Array {
  const classes = prior.length;
  const channel = new Float64Array(classes * labels);
  for (let z = 0; z < partition.length; z++)
    for (let x = 0; x < classes; x++) channel[x * labels + partition[z]] += likelihood[z * classes + x];
  return channel;
}

/** I(X; Y) of a partition, bits. */
export function partitionInformation(sensing: Sensing, partition: Uint8Array, labels: number): number {
  return shannonInformation(sensing.prior, partitionChannel(sensing, partition, labels));
}

/** I(X; Z), bits: what no partition can exceed. */
export function featureInformation({ prior, likelihood }: Sensing): number {
  const classes = prior.length;
  const channel = new Float64Array(likelihood.length);
  const cells = likelihood.length / classes;
  for (let z = 0; z < cells; z++)
    for (let x = 0; x < classes; x++) channel[x * cells + z] = likelihood[z * classes + x];
  return shannonInformation(prior, channel);
}

/** The partition by the most probable class, which errs least often. */
export function likeliestPartition(sensing: Sensing): Uint8Array {
  const classes = sensing.prior.length;
  const own = Float64Array.from({ length: classes * classes }, (_, at) => Number(at % (classes + 1) === 0));
  return bestLabels(jointProbabilities(sensing), own, classes);
}

/**
 * Maximum mutual information classification by channels' matching; yields the start, then each round's partition until
 * one repeats, at most 50 rounds. One round:
 *
 *     matching I:   T(θ_j|x) = P(y_j|x)/max_x P(y_j|x)  (at least 1e-12),   I_xj = log₂ T(θ_j|x)/T(θ_j)
 *     matching II:  y(z) = argmax_j Σ_x P(x|z) I_xj
 *
 * A label that is used nowhere is dropped. C. Lu, Information 10(8):261, 2019.
 */
export function* matchPartition(
  sensing: Sensing,
  start: Uint8Array,
  labels: number,
): Generator<PartitionRound, void, void> {
  const joint = jointProbabilities(sensing);
  let partition = start;
  for (let round = 0; ; round++) {
    const channel = partitionChannel(sensing, partition, labels);
    yield { round, partition, information: shannonInformation(sensing.prior, channel) };
    if (round === cap) return;
    const next = bestLabels(joint, labelGains(sensing.prior, channel), sensing.prior.length);
    if (next.every((label, z) => label === partition[z])) return;
    partition = next;
  }
}

/** P(x, z), `[cells, c]`: as good as P(x|z) to compare labels of a cell by. */
function jointProbabilities({ prior, likelihood }: Sensing): Float64Array {
  return likelihood.map((value, at) => prior[at % prior.length] * value);
}

/** I_xj of the truth functions that match a channel, `[c, labels]`, bits; −∞ for a label that is used nowhere. */
function labelGains(prior: Float64Array, channel: Float64Array): Float64Array {
  const truth = matchedTruth(prior, channel).map((value) => Math.max(floor, value));
  const logical = logicalProbabilities({ prior, truth });
  const labels = logical.length;
  const used = new Uint8Array(labels);
  channel.forEach((value, at) => (used[at % labels] ||= Number(value > 0)));
  return truth.map((value, at) => (used[at % labels] ? Math.log2(value / logical[at % labels]) : -Infinity));
}

/**
 * The label j of the highest Σ_x P(x, z) gain(x, j) in each cell, the first of equals. A gain of −∞ makes a score of −∞
 * or NaN, neither of which is ever the highest.
 *
 * @param gains `[c, labels]`.
 */
function bestLabels(joint: Float64Array, gains: Float64Array, classes: number): Uint8Array {
  const labels = gains.length / classes;
  const partition = new Uint8Array(joint.length / classes);
  for (let z = 0; z < partition.length; z++) {
    let highest = -Infinity;
    for (let j = 0; j < labels; j++) {
      let score = 0;
      for (let x = 0; x < classes; x++) score += joint[z * classes + x] * gains[x * labels + j];
      if (score > highest) {
        highest = score;
        partition[z] = j;
      }
    }
  }
  return partition;
}
