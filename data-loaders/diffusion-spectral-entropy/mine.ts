import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import {
  blobParts,
  estimateColumns,
  fullMine as full,
  type MineParameters,
  quickMine as quick,
} from './corruption-parameters.js';

export const definition: Definition<MineParameters> = {
  title: 'Information and corrupted labels, by a neural bound',
  description:
    'A network that tells pairs of points and labels from pairs that do not belong together, on the same blobs.',
  tables: {
    mine: { description: 'One row a set of blobs and share of corrupted labels.', columns: estimateColumns },
  },
  profiles: { quick, full },
  seed: 1,
  compute: 'tensors',
  parts: (params) => blobParts(params).map(({ id, D }) => ({ id, cost: 100 + D })),
};

/** Trains the networks of one set of blobs, one a share of corrupted labels, as one ensemble. */
export async function* run(context: Context<MineParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runMine } = await import('./mine-run.js');
  yield* runMine(context);
}
