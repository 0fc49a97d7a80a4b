/** What a reader chooses. */
export interface LiveSettings {
  /** Multipliers of temporal coherence, of structural consistency and of the entropy; a negative γ turns its sign. */
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  /** Decides on trajectories, first weights and batches. */
  readonly seed: number;
  readonly steps: number;
}

/** One of the two models at a step. */
export interface LiveModel {
  /** The plain autoencoder, or the one with the reader's multipliers. */
  readonly name: 'plain' | 'chosen';
  readonly d_eff: number;
  /** Shares of the latents' variance, largest first. */
  readonly spectrum: readonly number[];
  readonly eigenvalues: readonly { readonly re: number; readonly im: number }[];
  /** Angular velocity along the predicted trajectory, from its first state on. */
  readonly path: readonly number[];
  /** Error of the prediction over all test trajectories, standardised units, at its last step. */
  readonly nrmse: number;
}

export interface LiveSnapshot {
  readonly step: number;
  readonly steps: number;
  readonly backend: string;
  /** Angular velocity along the true trajectory. */
  readonly truth: readonly number[];
  /** Time between two samples. */
  readonly interval: number;
  readonly models: readonly LiveModel[];
}
