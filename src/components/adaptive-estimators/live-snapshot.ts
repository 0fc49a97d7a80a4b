import type { ScalarActivationName } from '../../lib/learning/scalar-activation.js';

export interface LiveSettings {
  readonly activation: ScalarActivationName;
  /** λ of the L2 penalty. */
  readonly l2: number;
  readonly learningRate: number;
  readonly seed: number;
  readonly epochs: number;
}

/** A network after `step` of `steps` epochs, as plain JSON: its layers follow from its parameters. */
export interface LiveSnapshot {
  readonly step: number;
  readonly steps: number;
  readonly parameters: readonly number[];
  readonly train: number;
  readonly test: number;
}
