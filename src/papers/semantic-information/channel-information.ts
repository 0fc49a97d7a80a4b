import { labelCount, type Meaning, semanticInformation } from './meaning.js';

/** How often each label is used, P(y_j) = Σ_x P(x) P(y_j|x), `[m]`. */
export function labelProbabilities(prior: Float64Array, channel: Float64Array): Float64Array {
  const labels = labelCount(prior, channel);
  const use = new Float64Array(labels);
  for (let x = 0; x < prior.length; x++)
    for (let j = 0; j < labels; j++) use[j] += prior[x] * channel[x * labels + j];
  return use;
}

/** Shannon's mutual information R = Σ P(x) P(y|x) log₂ P(y|x)/P(y) of a channel P(y|x), `[n, m]`, in bits. */
export function shannonInformation(prior: Float64Array, channel: Float64Array): number {
  const use = labelProbabilities(prior, channel);
  const labels = use.length;
  let sum = 0;
  for (let x = 0; x < prior.length; x++)
    for (let j = 0; j < labels; j++) {
      const value = channel[x * labels + j];
      // Of a label that has all but died out nothing may be left of the product.
      const joint = prior[x] * value;
      if (joint > 0) sum += joint * Math.log2(value / use[j]);
    }
  return sum;
}

/**
 * Semantic mutual information G = Σ P(x) P(y_j|x) log₂ T(θ_j|x)/T(θ_j), in bits: what a channel conveys to a listener
 * who takes labels for what they mean. Never above {@link shannonInformation}; equal to it where P(x|θ_j) = P(x|y_j)
 * for every label that is used. −∞ where a label is used that is false. C. Lu, Entropy 27(5):461, 2025.
 *
 * @param channel P(y|x), `[n, m]`.
 */
export function semanticMutualInformation(meaning: Meaning, channel: Float64Array): number {
  const { prior } = meaning;
  const labels = labelCount(prior, channel);
  const information = semanticInformation(meaning);
  let sum = 0;
  for (let x = 0; x < prior.length; x++)
    for (let j = 0; j < labels; j++) {
      const joint = prior[x] * channel[x * labels + j];
      if (joint > 0) sum += joint * information[x * labels + j];
    }
  return sum;
}

/** Kullback–Leibler divergence Σ p log₂ p/q, in bits; infinite where q misses what p has. */
export function divergence(p: Float64Array, q: Float64Array): number {
  return p.reduce((sum, value, x) => (value > 0 ? sum + value * Math.log2(value / q[x]) : sum), 0);
}
