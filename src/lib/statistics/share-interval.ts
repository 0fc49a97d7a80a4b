import { incompleteBeta } from './beta.js';
import { clopperPearsonLower, clopperPearsonUpper } from './clopper-pearson.js';
import type { TestedInterval } from './tested-interval.js';

/**
 * A probability from independent trials, with Clopper and Pearson's interval of 95 % (*Biometrika* 26, 1934). The p
 * value is twice the smaller tail, 2 min(P(X ≤ x), P(X ≥ x)), at most 1: what the interval inverts.
 *
 * @throws {RangeError} unless 0 ≤ successes ≤ trials and there is a trial
 */
export function shareInterval(successes: number, trials: number): TestedInterval {
  return {
    value: successes / trials,
    low: clopperPearsonLower(successes, trials, 0.05),
    high: clopperPearsonUpper(successes, trials, 0.05),
    pValue(probability) {
      const p = Math.min(1, Math.max(0, probability));
      // P(X ≥ s) = I_p(s, n − s + 1) and P(X ≤ s) = I_{1−p}(n − s, s + 1).
      const atLeast = successes === 0 ? 1 : incompleteBeta(p, successes, trials - successes + 1);
      const atMost = successes === trials ? 1 : incompleteBeta(1 - p, trials - successes, successes + 1);
      return Math.min(1, 2 * Math.min(atLeast, atMost));
    },
  };
}
