import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { type ModelsParameters, quickModels as quick } from './network-parameters.js';

export const definition: Definition<ModelsParameters> = {
  title: 'Many models',
  description:
    'Networks of random sizes, training sets, rates and epochs on one task: information against accuracy.',
  tables: {
    models: {
      description: 'One row a network.',
      columns: {
        model: { type: 'int32', description: 'number of the network' },
        epochs: { type: 'int32', description: 'epochs of training' },
        lr: { type: 'float64', description: 'learning rate' },
        hidden: { type: 'int32', description: 'width of the first hidden layer' },
        width: { type: 'int32', description: 'dimension of Z' },
        train_size: { type: 'int32', description: 'training rows' },
        val_acc: { type: 'float64', description: 'accuracy on the validation rows' },
        dse: { type: 'float64', description: 'diffusion spectral entropy of Z', unit: 'bits' },
        dsmi_y: {
          type: 'float64',
          description: 'diffusion spectral information of Z and labels',
          unit: 'bits',
        },
      },
    },
  },
  profiles: { quick },
  seed: 1,
  compute: 'tensors',
  parts: ({ models, together }) =>
    Array.from({ length: Math.ceil(models / together) }, (_, i) => ({ id: `from-${i * together}` })),
};

/** Trains some of the models, one after the other: no two are of one shape. */
export async function* run(context: Context<ModelsParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runModels } = await import('./models-run.js');
  yield* runModels(context);
}
