import type { Scale } from '../../src/lib/experiment/scale.js';

/** What the networks of an experiment are made of, trained with and read with. */
export type NetworkParameters = {
  readonly trainRows: number;
  readonly validationRows: number;
  readonly hidden: number;
  /** Dimension of the representation Z. */
  readonly width: number;
  readonly batch: number;
  readonly epochs: number;
  /** After which the representation is read. */
  readonly read: readonly number[];
  readonly learningRate: number;
  readonly weightDecay: number;
  /** σ of the kernel on Z. */
  readonly kernelWidth: number;
  readonly seeds: number;
};

/** The paper's networks are other ones, on images: none of these is a smaller copy. */
export function networkScale({
  trainRows,
  hidden,
  width,
  epochs,
  batch,
  learningRate,
  seeds,
}: NetworkParameters): Scale {
  return {
    level: 'stand-in',
    data: {
      here: `${trainRows.toLocaleString('en')} rows of a synthetic task with ten classes`,
      paper: 'MNIST, CIFAR-10 and STL-10',
    },
    model: {
      here: `rectifiers, hidden layers of ${hidden} and ${width}`,
      paper: 'ResNets, vision transformers and others',
    },
    training: `${epochs} epochs at rate ${learningRate}, batches of ${batch}`,
    repetitions: { here: `${seeds} seeds`, paper: '3' },
  };
}

/** What training with several labels and from several first weights have in common. */
export const commonNetwork = {
  trainRows: 1000,
  validationRows: 500,
  hidden: 128,
  width: 64,
  batch: 100,
  epochs: 40,
  read: [0, 1, 2, 4, 8, 16, 24, 32, 40],
  learningRate: 2e-3,
  weightDecay: 0.01,
  kernelWidth: 10,
} satisfies Omit<NetworkParameters, 'seeds'>;
