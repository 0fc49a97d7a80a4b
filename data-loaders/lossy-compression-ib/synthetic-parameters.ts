import type { AutoencoderParameters } from './dense-autoencoder.js';
import type { EstimatorId } from './estimators.js';

/** The test on images whose mutual information is known. */
export type SyntheticParameters = {
  readonly families: readonly ('blobs' | 'rectangles')[];
  /** Pixels on a side. */
  readonly size: number;
  /** Pairs behind each estimate. */
  readonly samples: number;
  /** True informations, nats. */
  readonly informations: readonly number[];
  readonly seeds: number;
  readonly estimators: readonly EstimatorId[];
  /** Images on which the autoencoder is trained, and those on which its error is told. */
  readonly trained: number;
  readonly heldOut: number;
  readonly autoencoder: AutoencoderParameters;
};

export const quick: SyntheticParameters = {
  families: ['blobs', 'rectangles'],
  size: 16,
  samples: 2000,
  informations: [0, 1, 2, 4, 6, 8, 10],
  seeds: 2,
  estimators: ['kl', 'wkl'],
  trained: 4000,
  heldOut: 1000,
  autoencoder: { hidden: 64, steps: 1500, batch: 128, rates: [2e-3, 1e-5] },
};

/** The paper's images, samples and informations; its convolutional autoencoder is a dense one here. */
export const full: SyntheticParameters = {
  ...quick,
  size: 32,
  samples: 5000,
  informations: Array.from({ length: 41 }, (_, i) => i / 4),
  seeds: 3,
  estimators: ['kl', 'wkl', 'kde-likelihood', 'kde-least-squares'],
  trained: 6000,
  autoencoder: { hidden: 128, steps: 10_000, batch: 256, rates: [2e-3, 1e-5] },
};
