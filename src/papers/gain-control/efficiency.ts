import type { GainNetwork, SteadyNetwork } from './gain-network.js';
import { times, transposedTimes } from './matrix-times-vector.js';
import type { DriveEnsemble } from './stimulus-ensemble.js';

/** What activity costs, α, and what it costs to leave gain 1, γ; against the squared error of reading f back. */
export interface EfficiencyWeights {
  readonly alpha: number;
  readonly gamma: number;
}

/** The objective and its two terms that depend on the stimuli. */
export interface Efficiency {
  readonly loss: number;
  /** E ‖f − D r⋆‖². */
  readonly reconstruction: number;
  /** E ‖r⋆‖². */
  readonly activity: number;
}

/**
 * L(g) = E[‖f − D r⋆‖² + α ‖r⋆‖²] + γ ‖g − 1‖² over an ensemble: fidelity of the representation, activity,
 * homeostasis of the gains.
 *
 * @throws {RangeError} where the network has no stable state.
 */
export function efficiency(
  network: GainNetwork,
  { drives, probabilities }: DriveEnsemble,
  gains: Float64Array,
  { alpha, gamma }: EfficiencyWeights,
): Efficiency {
  const { respond } = network.at(gains);
  let reconstruction = 0;
  let activity = 0;
  drives.forEach((drive, s) => {
    const response = respond(drive);
    const read = times(network.decoder, response);
    reconstruction += probabilities[s] * squares(drive.map((value, i) => value - read[i]));
    activity += probabilities[s] * squares(response);
  });
  const homeostasis = squares(gains.map((gain) => gain - 1));
  return { loss: reconstruction + alpha * activity + gamma * homeostasis, reconstruction, activity };
}

/** ∂/∂g of ‖f − D r⋆‖² + α ‖r⋆‖² for one input: 2 q ⊙ Bᵀ(Dᵀ(D r⋆ − f) + α r⋆), `[n]`. */
export function stimulusGradient(
  { decoder }: GainNetwork,
  { respond, sensitivity, carried }: SteadyNetwork,
  drive: Float64Array,
  alpha: number,
): Float64Array {
  const response = respond(drive);
  const error = times(decoder, response).map((value, i) => value - drive[i]);
  const pull = transposedTimes(decoder, error).map((value, i) => value + alpha * response[i]);
  const back = transposedTimes(sensitivity, pull);
  return carried(drive, response).map((value, i) => 2 * value * back[i]);
}

/** ∂L/∂g `[n]`. @throws {RangeError} where the network has no stable state. */
export function efficiencyGradient(
  network: GainNetwork,
  { drives, probabilities }: DriveEnsemble,
  gains: Float64Array,
  { alpha, gamma }: EfficiencyWeights,
): Float64Array {
  const steady = network.at(gains);
  const gradient = gains.map((gain) => 2 * gamma * (gain - 1));
  drives.forEach((drive, s) => {
    stimulusGradient(network, steady, drive, alpha).forEach((value, i) => {
      gradient[i] += probabilities[s] * value;
    });
  });
  return gradient;
}

function squares(vector: Float64Array): number {
  return vector.reduce((sum, value) => sum + value * value, 0);
}
