import { normalProbability, normalTail } from '../../lib/statistics/normal.js';

/** Share of pure-noise variables that pass ±1/√n on both sets with one sign: 2 Q(1)², where Q is the normal tail. */
export const noiseShareSelected = 2 * normalTail(1) ** 2;

/** E[Z | Z > 1] of a standard normal Z: density over tail. */
export const meanBeyondOne = Math.exp(-0.5) / Math.sqrt(2 * Math.PI) / normalTail(1);

/**
 * Accuracy of the vote of all selected noise variables on the very sets that selected them, n = d:
 * Φ(E[Z | Z > 1] √(2 Q(1)²)) = 0.6339, whatever n. Each of the 2Q(1)² n variables has a mean product with the label of
 * E[Z | Z > 1]/√n, and their sum a standard deviation of √(2Q(1)² n). On new data it is ½.
 */
export const overfittedAccuracy = normalProbability(meanBeyondOne * Math.sqrt(noiseShareSelected));

/**
 * Accuracy, on new data, of the vote of `variables` variables that are shifted by `shift` in the label's direction
 * and have unit variance: Φ(shift √variables).
 */
export function signalAccuracy(variables: number, shift: number): number {
  return normalProbability(shift * Math.sqrt(variables));
}
