import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { type InitialisationParameters, quickInitialisation as quick } from './network-parameters.js';

export const definition: Definition<InitialisationParameters> = {
  title: 'First weights',
  description: 'The same networks, started from hidden weights of several sizes.',
  tables: {
    initialisation: {
      description: 'One row a network and epoch.',
      columns: {
        deviation: { type: 'float64', description: 'standard deviation of the first hidden weights' },
        seed: { type: 'int32', description: 'number of the task and the network' },
        initial_dse: { type: 'float64', description: 'entropy of Z before training', unit: 'bits' },
        epoch: { type: 'int32', description: 'epochs of training done' },
        train_acc: { type: 'float64', description: 'accuracy on the training rows' },
        val_acc: { type: 'float64', description: 'accuracy on the validation rows' },
      },
    },
  },
  profiles: { quick },
  seed: 1,
  compute: 'tensors',
  parts: ({ seeds }) => Array.from({ length: seeds }, (_, seed) => ({ id: `seed-${seed}` })),
};

/** Trains the networks of one seed, one a deviation, as one ensemble. */
export async function* run(context: Context<InitialisationParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runInitialisation } = await import('./initialisation-run.js');
  yield* runInitialisation(context);
}
