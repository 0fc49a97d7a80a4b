import type { Random } from '../../lib/statistics/random.js';
import { type EfficiencyWeights, stimulusGradient } from './efficiency.js';
import type { GainNetwork } from './gain-network.js';
import type { DriveEnsemble } from './stimulus-ensemble.js';

export interface OnlineGainsOptions extends EfficiencyWeights {
  /** Step size η. */
  readonly rate: number;
  /** Stimuli to show. */
  readonly steps: number;
  /** The ensemble from which the stimulus of a step is drawn; steps count from 1. */
  context(step: number): DriveEnsemble;
}

/**
 * Gains that follow one stimulus at a time: a step of stochastic gradient descent on the objective of `efficiency` per
 * stimulus, g ← g − η [2 q ⊙ Bᵀ(Dᵀ e + α r) + 2 γ (g − 1)] with e = D r − f. The gradient takes Bᵀ, a signal from the
 * whole network: it says what adaptation would be best, not how a neuron finds it.
 *
 * @param start `[n]`, left as it is.
 * @yields step and gains after each stimulus; the array is the same one every time.
 */
export function* onlineGains(
  network: GainNetwork,
  start: Float64Array,
  { alpha, gamma, rate, steps, context }: OnlineGainsOptions,
  { uniform }: Random,
): Generator<{ readonly step: number; readonly gains: Float64Array }, void, void> {
  const gains = Float64Array.from(start);
  for (let step = 1; step <= steps; step++) {
    const { drives, probabilities } = context(step);
    const drive = drives[drawn(probabilities, uniform())];
    const gradient = stimulusGradient(network, network.at(gains), drive, alpha);
    for (let i = 0; i < gains.length; i++) gains[i] -= rate * (gradient[i] + 2 * gamma * (gains[i] - 1));
    yield { step, gains };
  }
}

/** The index at which the running sum of probabilities passes a uniform number. */
function drawn(probabilities: Float64Array, uniform: number): number {
  let left = uniform;
  for (let s = 0; s < probabilities.length - 1; s++) {
    left -= probabilities[s];
    if (left < 0) return s;
  }
  return probabilities.length - 1;
}
