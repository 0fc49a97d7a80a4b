import { digammaTable } from '../statistics/digamma.js';
import { countsOf, jointLabels, type Labels } from './labels.js';
import { countLabels, pluginEntropy } from './plug-in.js';

/** Estimates the Shannon entropy, in nats, of the law of labels. */
export type LabelEntropy = (labels: Labels) => number;

/**
 * Entropy of labels, in nats, the plug-in estimate less its bias to first order: H_plugin + (m − 1)/2n, m labels having
 * occurred (G. Miller, "Note on the bias of information estimates", *Information Theory in Psychology*, 1955).
 *
 * @throws {RangeError} if there are no labels.
 */
export function millerMadowEntropy(labels: Labels): number {
  return pluginEntropy(labels) + (labels.count - 1) / (2 * labels.codes.length);
}

/**
 * Entropy of labels, in nats: log n − Σ (n_l/n) G(n_l), G(m) = ψ(m) + (−1)^m ∫₀¹ x^{m−1}/(1 + x) dx
 * (P. Grassberger, "Entropy estimates from insufficient samplings", arXiv:physics/0307138, equations 28 and 35). Its
 * bias falls exponentially with the expected counts; of labels that occur once each it is log 2n + γ.
 *
 * @throws {RangeError} if there are no labels.
 */
export function grassbergerEntropy(labels: Labels): number {
  const n = countLabels(labels);
  const counts = countsOf(labels);
  const G = grassbergerTable(counts.reduce((most, size) => Math.max(most, size)));
  let sum = 0;
  for (const size of counts) sum += size * G[size];
  return Math.log(n) - sum / n;
}

/**
 * Entropy of labels, in nats, with the labels that did not occur: −Σ p log p / (1 − (1 − p)^n), p = C n_l/n, C = 1 − f/n
 * the share of the law that has been seen, f labels having occurred once (A. Chao, T.-J. Shen, "Nonparametric estimation
 * of Shannon's index of diversity when there are unseen species in sample", *Environ. Ecol. Stat.* 10, 2003). Where every
 * label occurs once, f = n − 1 counts, so that C is not zero.
 *
 * @throws {RangeError} if there are no labels.
 */
export function chaoShenEntropy(labels: Labels): number {
  const n = countLabels(labels);
  const counts = countsOf(labels);
  const once = counts.filter((size) => size === 1).length;
  const coverage = 1 - Math.min(once, n - 1) / n;
  let sum = 0;
  for (const size of counts) {
    const p = (coverage * size) / n;
    // 1 − (1 − p)^n without cancellation.
    if (p < 1) sum -= (p * Math.log(p)) / -Math.expm1(n * Math.log1p(-p));
  }
  return sum;
}

/**
 * Mutual information of paired labels, in nats, as H(A) + H(B) − H(A, B), each by the same estimate. Below zero now and
 * then where the information is small.
 *
 * @throws {RangeError} if the labels are not paired, or there are none.
 */
export function labelInformation(a: Labels, b: Labels, entropy: LabelEntropy): number {
  return entropy(a) + entropy(b) - entropy(jointLabels(a, b));
}

/**
 * Conditional mutual information of paired labels, in nats: H(A, C) + H(B, C) − H(A, B, C) − H(C).
 *
 * @throws {RangeError} as {@link labelInformation} does.
 */
export function conditionalLabelInformation(a: Labels, b: Labels, c: Labels, entropy: LabelEntropy): number {
  const [ac, bc] = [jointLabels(a, c), jointLabels(b, c)];
  return entropy(ac) + entropy(bc) - entropy(jointLabels(ac, b)) - entropy(c);
}

/** G(m) at index m: G(1) = −γ − log 2, G(2) = G(1) + 2, G(2j + 1) = G(2j), G(2j + 2) = G(2j) + 2/(2j + 1). */
function grassbergerTable(most: number): Float64Array {
  const table = new Float64Array(most + 1);
  table[0] = NaN;
  if (most > 0) table[1] = digammaTable(1)[1] - Math.LN2;
  for (let m = 2; m <= most; m++) table[m] = m % 2 ? table[m - 1] : table[m - 1] + 2 / (m - 1);
  return table;
}
