import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { type BinCount, binCounts, tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';
import { type BlobParameters, blobParts, blobScale, fullBlobs, quickBlobs } from './blobs.js';

/** Parameters of the estimators without a network. */
export type CorruptionParameters = BlobParameters & {
  /** Random subsets of all points, for the first term of the difference. */
  readonly subsets: number;
  /** Bins a coordinate, of the classic estimates. */
  readonly bins: readonly BinCount[];
  /** k of the nearest neighbours. */
  readonly neighbours: number;
};

const quick: CorruptionParameters = {
  ...quickBlobs,
  subsets: 3,
  bins: binCounts,
  neighbours: 3,
};

export const definition = defineExperiment({
  title: 'Information and corrupted labels',
  description:
    'Blobs whose labels are corrupted more and more: what estimators make of the information they keep.',
  tables: { corruption: tables.corruption },
  profiles: { quick, full: { ...quick, ...fullBlobs, subsets: 5 } },
  scale: (params) => ({ ...blobScale(params), model: 'none', training: 'none' }),
  seed: 2,
  compute: 'plain',
  parts: (params) => blobParts(params),
});
