import { countsOf, jointLabels, type Labels } from './labels.js';

/**
 * Shannon entropy of the relative frequencies of labels, in nats: −Σ (n_l/n) log (n_l/n). The maximum-likelihood
 * estimate; of few observations too small, by (count − 1) / 2n to first order, and never above log n.
 *
 * @throws {RangeError} if there are no labels.
 */
export function pluginEntropy(labels: Labels): number {
  const n = countLabels(labels);
  let sum = 0;
  for (const size of countsOf(labels)) sum += size * Math.log(size);
  return Math.log(n) - sum / n;
}

/**
 * Mutual information of the relative frequencies of paired labels, in nats: H(A) + H(B) − H(A, B). Never negative
 * beyond rounding, H(A) where B determines A, and never larger for a function of B than for B.
 *
 * @throws {RangeError} if the labels are not paired, or there are none.
 */
export function pluginMutualInformation(a: Labels, b: Labels): number {
  return pluginEntropy(a) + pluginEntropy(b) - pluginEntropy(jointLabels(a, b));
}

/** How many observations there are. @throws {RangeError} if there are none, of which nothing can be said. */
export function countLabels({ codes }: Labels): number {
  if (codes.length === 0) throw new RangeError('entropy of no labels: at least one observation is needed');
  return codes.length;
}
