import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { full, quick, type GapParameters } from './gap-parameters.js';

export const definition = {
  title: 'Information and the generalisation gap',
  description:
    'Trains networks on the mean squared error with several learning rates and L2 penalties, and measures the information they keep of their inputs and how much worse they do on test rows.',
  tables: {
    gap: {
      description: 'One row a trained network.',
      columns: {
        dataset: { type: 'string', description: 'data set, or synthetic' },
        seed: { type: 'int32', description: 'number of the seed: initial weights and batch order' },
        lr: { type: 'float64', description: 'learning rate' },
        l2: { type: 'float64', description: 'L2 penalty, added to the gradient' },
        i_cs: {
          type: 'float64',
          description:
            'normalised CS-QMI between x and t, mean over the first four training batches of the seed; null where t has collapsed to a point',
        },
        i_cs_raw: {
          type: 'float64',
          unit: 'nats',
          description: 'CS-QMI between x and t, mean over the first four training batches of the seed',
        },
        gap: { type: 'float64', description: 'generalisation gap: test_rmse − train_rmse' },
        train_rmse: { type: 'float64', description: 'root mean squared error on the training rows' },
        test_rmse: { type: 'float64', description: 'root mean squared error on the test rows' },
      },
    },
  },
  profiles: { quick, full },
  seed: 1,
  compute: 'tensors',
  datasets: ({ datasets }) => datasets.filter((dataset) => dataset !== 'synthetic'),
  parts: ({ datasets, seeds }) =>
    datasets.flatMap((dataset) => Array.from({ length: seeds }, (_, seed) => ({ id: `${dataset}-${seed}` }))),
} as const satisfies Definition<GapParameters>;

/** Trains all learning rates and penalties of one seed on one data set as one ensemble. */
export async function* run(context: Context<GapParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runGap } = await import('./gap-run.js');
  yield* runGap(context);
}
