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
