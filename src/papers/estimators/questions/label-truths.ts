import { integral } from './integral.js';

/**
 * Mutual information, in nats, of a label of law p and another that repeats it with probability q and is drawn anew from p
 * otherwise: Σ p_i r_i log(r_i / p_i) + (1 − q)(1 − Σ p_i²) log(1 − q), r_i = q + (1 − q) p_i.
 */
export function repeatedInformation(law: readonly number[], q: number): number {
  let [sum, squares] = [0, 0];
  for (const p of law) {
    const repeated = q + (1 - q) * p;
    sum += p * repeated * Math.log(repeated / p);
    squares += p * p;
  }
  return q === 1 ? sum : sum + (1 - q) * (1 - squares) * Math.log1p(-q);
}

/**
 * Mutual information, in nats, of a label of law p and a normal of unit variance around distance times the label:
 * Σ p_c ∫ φ(y − c distance) log(φ(y − c distance) / Σ p_b φ(y − b distance)) dy.
 */
export function clusterInformation(law: readonly number[], distance: number): number {
  const beyond = 9;
  const [low, high] = [-beyond, distance * (law.length - 1) + beyond];
  const at = (y: number) => {
    const logs = law.map((_, c) => -((y - c * distance) ** 2) / 2);
    const most = Math.max(...logs);
    const logDensity = most + Math.log(law.reduce((sum, p, c) => sum + p * Math.exp(logs[c] - most), 0));
    return law.reduce((sum, p, c) => sum + p * Math.exp(logs[c]) * (logs[c] - logDensity), 0);
  };
  return integral(at, low, high, Math.ceil(high - low)) / Math.sqrt(2 * Math.PI);
}

/**
 * Mutual information, in nats, of a uniform label c of m and a number uniform between c and c + width: log m less the mean
 * of log k, where k intervals hold the number. Of width 2 it is log m − (m − 1) log 2 / m (W. Gao et al., NeurIPS 2017).
 */
export function stepsInformation(m: number, width: number): number {
  const edges = Array.from({ length: 2 * m }, (_, i) => (i < m ? i : i - m + width)).sort((a, b) => a - b);
  let lost = 0;
  for (let i = 1; i < edges.length; i++) {
    const middle = (edges[i - 1] + edges[i]) / 2;
    const over = Array.from({ length: m }, (_, c) => c).filter((c) => c < middle && middle < c + width);
    if (over.length > 1)
      lost += (((edges[i] - edges[i - 1]) * over.length) / (m * width)) * Math.log(over.length);
  }
  return Math.log(m) - lost;
}

/** A law of m labels, all alike. */
export const uniform = (m: number): number[] => Array.from({ length: m }, () => 1 / m);

/** A law of m labels, the i-th with probability in proportion to 1/i (G. K. Zipf's). */
export function zipf(m: number): number[] {
  const weights = Array.from({ length: m }, (_, i) => 1 / (i + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
