import { recordedSteps } from '../../lib/experiment/recorded-steps.js';
import type { ScalarActivationName } from '../../lib/learning/scalar-activation.js';
import type { PlanePoint } from './plane-panel.js';

export interface LiveSettings {
  readonly activation: ScalarActivationName;
  /** λ of the L2 penalty. */
  readonly l2: number;
  readonly learningRate: number;
  readonly seed: number;
  readonly epochs: number;
  /** Of each layer, by which the plane is read while the network trains. */
  readonly bins: number;
}

/** A network after `step` of `steps` epochs, as plain JSON: its layers follow from its parameters. */
export interface LiveSnapshot {
  readonly step: number;
  readonly steps: number;
  readonly parameters: readonly number[];
  /** The hidden layers in the information plane. */
  readonly plane: readonly PlanePoint[];
  readonly train: number;
  readonly test: number;
}

/** What of a trained network is read again by other bins. */
export interface ReadingSettings {
  readonly activation: ScalarActivationName;
  readonly bins: number;
  readonly snapshots: readonly LiveSnapshot[];
}

/** The planes of all snapshots. */
export interface Reading {
  readonly step: number;
  readonly steps: number;
  readonly planes: readonly (readonly PlanePoint[])[];
}

const most = 13;

/** Epochs after which a snapshot is taken: 0, the last, and a few between, on a logarithmic axis. */
export function liveEpochs(epochs: number): number[] {
  return [...recordedSteps(epochs, most)].sort((a, b) => a - b);
}
