import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { quickTraining as quick, type TrainingParameters } from './network-parameters.js';
import { representationColumns } from './representation-columns.js';

export const definition: Definition<TrainingParameters> = {
  title: 'Representations during training',
  description:
    'Networks that learn ten classes, and networks that memorise permuted labels: entropy and information of their last hidden layer on validation rows.',
  tables: {
    training: {
      description: 'One row a network and epoch.',
      columns: {
        regime: { type: 'string', description: 'clean: true labels; wrong: training labels permuted' },
        seed: { type: 'int32', description: 'number of the task and the network' },
        epoch: { type: 'int32', description: 'epochs of training done' },
        train_acc: {
          type: 'float64',
          description: 'accuracy on the training rows and the labels trained on',
        },
        val_acc: { type: 'float64', description: 'accuracy on the validation rows and their true labels' },
        ...representationColumns,
      },
    },
  },
  profiles: { quick },
  seed: 1,
  compute: 'tensors',
  parts: ({ seeds }) => Array.from({ length: seeds }, (_, seed) => ({ id: `seed-${seed}` })),
};

/** Trains the networks of one seed, one a regime, as one ensemble: same rows, first weights and batches. */
export async function* run(context: Context<TrainingParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runTraining } = await import('./training-run.js');
  yield* runTraining(context);
}
