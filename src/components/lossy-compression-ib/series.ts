import type { Compression, SyntheticRow } from '../../papers/lossy-compression-ib/tables.js';
import { series } from '../series.js';

export const estimators = series({
  wkl: 'weighted neighbours',
  kl: 'nearest neighbour',
  'kde-likelihood': 'kernel density, likelihood',
  'kde-least-squares': 'kernel density, least squares',
});

export const layers = series({
  L1: 'L1, convolution',
  L2: 'L2, convolution',
  L3: 'L3, convolution',
  L4: 'L4, dense',
  L5: 'L5, output',
});

/** Images whose information is known, as panels are headed. */
export const datasetLabels: Readonly<Record<SyntheticRow['dataset'], string>> = {
  rectangles: 'rectangles, four parameters',
  blobs: 'blobs, two parameters',
};

/** What an estimator is given. */
export const representationLabels: Readonly<Record<SyntheticRow['representation'], string>> = {
  parameters: 'true parameters',
  autoencoder: 'codes of an autoencoder',
  principal: 'principal components',
};

/** What squeezed the image, as it follows "squeezed by". */
export const compressionLabels: Readonly<Record<Compression, string>> = {
  autoencoder: 'an autoencoder',
  principal: 'principal components',
};
