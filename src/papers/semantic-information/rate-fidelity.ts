import { divergence, semanticMutualInformation, shannonInformation } from './channel-information.js';
import { type Meaning, semanticInformation, semanticPosteriors } from './meaning.js';

/** A point of the curve R(G), and the channel that reaches it. */
export interface RateFidelity {
  /** Slope dR/dG of the curve here. */
  readonly s: number;
  /** R: the least Shannon information, bits, that conveys… */
  readonly rate: number;
  /** …G bits of semantic information. */
  readonly fidelity: number;
  /** P(y), `[m]`. */
  readonly use: Float64Array;
  /** P(y|x), `[n, m]`. */
  readonly channel: Float64Array;
  readonly iterations: number;
  /** False where the cap ended the iteration. */
  readonly converged: boolean;
}

const tolerance = 1e-12;

/**
 * Rate-fidelity function R(G) of given truth functions at slope s: iterates
 *
 *     P(y_j|x) = P(y_j) m_xj^s / Σ_k P(y_k) m_xk^s,   P(y_j) ← Σ_x P(x) P(y_j|x),   m_xj = T(θ_j|x)/T(θ_j)
 *
 * from uniform P(y) until no P(y_j) moves by 1e-12, at most `cap` times. It is the Blahut–Arimoto iteration of
 * rate-distortion theory with log m in the place of a negative distortion; s < 0 gives the left branch, on which labels
 * mislead. C. Lu, Entropy 27(5):461, 2025. Powers are taken through logarithms, each row relative to its largest.
 *
 * At s = 0 nothing moves: R = 0, with G that of labels used at random, all alike.
 *
 * @throws {RangeError} where s < 0 and a label is false of an instance, which then is all it is used of.
 */
export function rateFidelity(meaning: Meaning, s: number, cap = 5000): RateFidelity {
  const { prior } = meaning;
  const n = prior.length;
  const power = powers(meaning, s);
  const labels = power.length / n;
  const use = new Float64Array(labels).fill(1 / labels);
  const next = new Float64Array(labels);
  let iterations = 0;
  let change = Infinity;
  while (change >= tolerance && iterations < cap) {
    iterations++;
    next.fill(0);
    for (let x = 0, at = 0; x < n; x++, at += labels) {
      let sum = 0;
      for (let j = 0; j < labels; j++) sum += use[j] * power[at + j];
      const share = prior[x] / sum;
      for (let j = 0; j < labels; j++) next[j] += share * power[at + j];
    }
    change = 0;
    for (let j = 0; j < labels; j++) {
      const value = use[j] * next[j];
      change = Math.max(change, Math.abs(value - use[j]));
      use[j] = value;
    }
  }
  const channel = power.map((value, at) => use[at % labels] * value);
  for (let at = 0; at < channel.length; at += labels) {
    const row = channel.subarray(at, at + labels);
    const sum = row.reduce((total, value) => total + value, 0);
    row.forEach((value, j) => (row[j] = value / sum));
  }
  return {
    s,
    rate: shannonInformation(prior, channel),
    fidelity: semanticMutualInformation(meaning, channel),
    use,
    channel,
    iterations,
    converged: change < tolerance,
  };
}

/** m^s, `[n, m]`, each row divided by its largest value. */
function powers(meaning: Meaning, s: number): Float64Array {
  const information = semanticInformation(meaning);
  const labels = information.length / meaning.prior.length;
  if (s < 0 && meaning.truth.some((value) => value === 0))
    throw new RangeError(`s = ${s}: below 0 no truth value may be 0`);
  if (s === 0) return information.fill(1);
  for (let at = 0; at < information.length; at += labels) {
    const row = information.subarray(at, at + labels);
    const largest = row.reduce((most, value) => Math.max(most, s * value), -Infinity);
    row.forEach((value, j) => (row[j] = 2 ** (s * value - largest)));
  }
  return information;
}

/**
 * KL(P‖P_θ) of the prior and of what labels of these frequencies make a listener expect, P_θ(x) = Σ_j P(y_j) P(x|θ_j),
 * in bits: R − G at s = 1.
 *
 * @param use P(y), `[m]`.
 */
export function listenerDivergence(meaning: Meaning, use: Float64Array): number {
  const posteriors = semanticPosteriors(meaning);
  const expected = meaning.prior.map((_, x) =>
    use.reduce((sum, share, j) => sum + share * posteriors[x * use.length + j], 0),
  );
  return divergence(meaning.prior, expected);
}
