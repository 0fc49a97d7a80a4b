/** Estimators by id, in the order of their colours. */
export const estimatorLabels: Readonly<Record<string, string>> = {
  wkl: 'weighted neighbours',
  kl: 'nearest neighbour',
  'kde-likelihood': 'kernel density, likelihood',
  'kde-least-squares': 'kernel density, least squares',
};

export const estimatorIds = Object.keys(estimatorLabels);

export const representationLabels: Readonly<Record<string, string>> = {
  parameters: 'true parameters',
  autoencoder: 'codes of an autoencoder',
  principal: 'principal components',
};

export const layerIds = ['L1', 'L2', 'L3', 'L4', 'L5'] as const;

export const layerLabels: Readonly<Record<string, string>> = {
  L1: 'L1, convolution',
  L2: 'L2, convolution',
  L3: 'L3, convolution',
  L4: 'L4, dense',
  L5: 'L5, output',
};

/** A row of the table `plane`. */
export interface PlaneRow {
  readonly seed: number;
  readonly sigma: number;
  readonly compression: string;
  readonly layer: string;
  readonly step: number;
  readonly i_xl: number | null;
  readonly se_xl: number | null;
  readonly i_ly: number | null;
  readonly se_ly: number | null;
  readonly loss_eval: number;
  readonly loss_train: number;
  readonly acc: number;
}
