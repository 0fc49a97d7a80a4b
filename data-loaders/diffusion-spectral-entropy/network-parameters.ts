/** What the networks of an experiment are made of, trained with and read with. */
type ReadParameters = {
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

/** Parameters of networks that are read while they learn or memorise. */
export type TrainingParameters = ReadParameters & {
  /** Clusters of the inputs, in the place of labels. */
  readonly clusters: number;
};

/** Parameters of networks that differ in their first weights. */
export type InitialisationParameters = ReadParameters & {
  /** Standard deviations of the first weights of the hidden layers. */
  readonly deviations: readonly number[];
};

/** Parameters of networks that differ in all there is. */
export type ModelsParameters = {
  readonly models: number;
  /** Models of each part. */
  readonly together: number;
  readonly trainRows: readonly number[];
  readonly validationRows: number;
  readonly hidden: readonly number[];
  /** Dimensions of the representation Z. */
  readonly widths: readonly number[];
  readonly batch: number;
  /** Epochs are uniform from 1 to this. */
  readonly epochs: number;
  /** Decimal logarithms between which that of the learning rate is uniform. */
  readonly logRates: readonly [low: number, high: number];
  readonly weightDecay: number;
  readonly kernelWidth: number;
};

/** True labels, or training labels that are permuted. */
export const regimes = ['clean', 'wrong'] as const;

const common = {
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
};

export const quickTraining: TrainingParameters = { ...common, clusters: 10, seeds: 4 };

export const quickInitialisation: InitialisationParameters = {
  ...common,
  deviations: [0.001, 0.01, 0.03, 0.1, 0.3],
  seeds: 3,
};

export const quickModels: ModelsParameters = {
  models: 24,
  together: 6,
  trainRows: [100, 300, 1000],
  validationRows: 500,
  hidden: [16, 32, 128],
  widths: [8, 16, 64],
  batch: 100,
  epochs: 24,
  logRates: [-4, -2.3],
  weightDecay: 0.01,
  kernelWidth: 10,
};
