import { clopperPearsonLower, clopperPearsonUpper } from '../../../lib/statistics/clopper-pearson.js';

/** Hoeffding's interval, Clopper and Pearson's, and both relaxed: narrowed by ε on either side. */
export const confidenceKinds = ['UCB', 'CP-UCB', 'R-UCB', 'R-CP-UCB'] as const;
export type ConfidenceKind = (typeof confidenceKinds)[number];

export interface ConfidenceOptions {
  readonly kind: ConfidenceKind;
  /** δ: how often an interval may miss its mean. */
  readonly delta: number;
  /** ε of the relaxed kinds: gaps below 2 ε may be decided either way. */
  readonly slack: number;
  /** Lets the n-th interval of a mean miss it with probability 6 δ / (π n)² only, so that all of them hold at once. */
  readonly always?: boolean;
}

/**
 * Ends of the interval of a mean payoff in [0, 1], after `count` games with payoffs of this sum. For Clopper and
 * Pearson's payoffs are 0 or 1.
 *
 * @param start the end before the last game, from which the next is found sooner
 */
export interface Confidence {
  lower(sum: number, count: number, start?: number): number;
  upper(sum: number, count: number, start?: number): number;
}

/**
 * The interval of a mean payoff, of the kind that is asked for.
 *
 * @throws {RangeError} unless δ lies between 0 and 1, and the slack is not negative.
 */
export function confidence({ kind, delta, slack, always = false }: ConfidenceOptions): Confidence {
  if (!(delta > 0 && delta < 1)) throw new RangeError(`confidence: δ = ${delta} is not between 0 and 1`);
  if (!(slack >= 0)) throw new RangeError(`confidence: the slack ${slack} is negative`);
  const deltaAt = always ? (n: number) => (6 * delta) / (Math.PI * n) ** 2 : () => delta;
  const narrowed = kind.startsWith('R-') ? slack : 0;
  if (kind.endsWith('CP-UCB'))
    return {
      lower: (sum, n, start) =>
        clopperPearsonLower(sum, n, deltaAt(n), start === undefined ? start : start - narrowed) + narrowed,
      upper: (sum, n, start) =>
        clopperPearsonUpper(sum, n, deltaAt(n), start === undefined ? start : start + narrowed) - narrowed,
    };
  const half = (n: number) => hoeffdingHalfWidth(n, deltaAt(n)) - narrowed;
  return { lower: (sum, n) => sum / n - half(n), upper: (sum, n) => sum / n + half(n) };
}

/**
 * √(ln(2/δ) / 2n): half of Hoeffding's interval for the mean of n payoffs in [0, 1].
 *
 * @throws {RangeError} unless there is a payoff, and δ lies between 0 and 1.
 */
export function hoeffdingHalfWidth(count: number, delta: number): number {
  if (!(count >= 1 && delta > 0 && delta < 1))
    throw new RangeError(
      `Hoeffding: δ = ${delta} with ${count} payoffs: expected 0 < δ < 1 and at least one payoff`,
    );
  return Math.sqrt(Math.log(2 / delta) / (2 * count));
}
