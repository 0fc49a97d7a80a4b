import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { findDataset } from '../../src/lib/datasets/registry.js';
import { methodIds } from './methods.js';
import { full, quick, type SweepParameters } from './sweep-parameters.js';

const which = {
  dataset: { type: 'string', description: 'data set' },
  method: { type: 'string', description: 'method' },
  beta: { type: 'float64', description: 'weight β of the compression penalty' },
  seed: { type: 'int32', description: 'number of the seed: initial weights, batch order and noise' },
} as const;

export const definition = {
  title: 'Compression against prediction and robustness',
  description:
    'Trains every method at several β on the same splits, weights and batches, and measures prediction, information and adversarial robustness.',
  tables: {
    plane: {
      description:
        'One row a trained network: prediction on the test split, information on training batches.',
      columns: {
        ...which,
        i_own: {
          type: 'float64',
          unit: 'nats',
          description:
            'information between x and t that the method itself penalises (normalised CS-QMI, the NIB or VIB bound, or HSIC, a pure number), mean over the first four training batches of the seed, t without noise; null where undefined',
        },
        i_cs: {
          type: 'float64',
          description:
            'normalised CS-QMI between x and t, mean over the first four training batches of the seed, t without noise; null where t has collapsed to a point',
        },
        r_own: {
          type: 'float64',
          description: 'compression ratio 1 − I(β) / I(0) of the same seed, by i_own',
        },
        r_cs: { type: 'float64', description: 'compression ratio 1 − I(β) / I(0) of the same seed, by i_cs' },
        i_ty: {
          type: 'float64',
          unit: 'bits',
          description: 'I(t; y) = ½ log₂(var y / MSE) on the test rows',
        },
        rmse: { type: 'float64', description: 'root mean squared error on the test rows' },
        mae: { type: 'float64', description: 'median absolute error on the test rows' },
      },
    },
    attack: {
      description: 'One row a trained network and attack on standardised inputs, without clipping.',
      columns: {
        ...which,
        kind: { type: 'string', description: 'attack: fgsm, or pgd' },
        eps: { type: 'float64', description: 'largest change of an input, in its standard deviations' },
        rmse: { type: 'float64', description: 'root mean squared error on the attacked test rows' },
        clean_rmse: { type: 'float64', description: 'root mean squared error on the same rows, untouched' },
      },
    },
  },
  profiles: { quick, full },
  seed: 1,
  compute: 'tensors',
  datasets: ({ datasets }) => datasets,
  parts: ({ datasets }) =>
    datasets.flatMap((dataset) =>
      methodIds.map((method) => ({ id: `${dataset}-${method}`, cost: findDataset(dataset).rows })),
    ),
} as const satisfies Definition<SweepParameters>;

/** Trains all β and seeds of one method on one data set as one ensemble. */
export async function* run(context: Context<SweepParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runSweep } = await import('./sweep-run.js');
  yield* runSweep(context);
}
