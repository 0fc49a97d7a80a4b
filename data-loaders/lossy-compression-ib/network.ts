import { mnistNames } from '../../src/lib/datasets/mnist.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { full, type NetworkParameters, quick } from './network-parameters.js';

export const definition = {
  title: 'What the layers of a classifier know while it trains',
  description:
    'Trains the paper’s convolutional classifier of handwritten digits, with noise before each layer, and estimates at checkpoints what each layer knows of the image and of the digit.',
  tables: {
    plane: {
      description: 'One row a layer at a checkpoint of a seed',
      columns: {
        seed: { type: 'int32', description: 'number of the seed: weights, batches, noise' },
        sigma: { type: 'float64', description: 'deviation of the relative noise before each layer' },
        compression: {
          type: 'string',
          description: 'what squeezed the image to four numbers: autoencoder or principal',
        },
        layer: { type: 'string', description: 'layer, L1 to L5' },
        step: { type: 'int32', description: 'steps of training' },
        i_xl: { type: 'float64', unit: 'nats', description: 'information between image and layer, I(X; L)' },
        se_xl: { type: 'float64', unit: 'nats', description: 'standard error of i_xl' },
        i_ly: { type: 'float64', unit: 'nats', description: 'information between layer and digit, I(L; Y)' },
        se_ly: { type: 'float64', unit: 'nats', description: 'standard error of i_ly' },
        loss_train: { type: 'float64', unit: 'nats', description: 'loss on images of the training' },
        loss_eval: { type: 'float64', unit: 'nats', description: 'loss on the images of the evaluation' },
        acc: { type: 'float64', description: 'share of those images that are classified right' },
        x_unexplained: {
          type: 'float64',
          description: 'share of the pixels’ variance that the four numbers of the image leave unexplained',
        },
      },
    },
  },
  profiles: { quick, full },
  seed: 1,
  compute: 'tensors',
  datasets: ({ data }) => (data === 'all' ? mnistNames('train', 'test') : mnistNames('test')),
  parts: ({ sigmas, seeds }) =>
    sigmas.flatMap((sigma) => Array.from({ length: seeds }, (_, number) => ({ id: `${sigma}-${number}` }))),
} as const satisfies Definition<NetworkParameters>;

export async function* run(context: Context<NetworkParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runNetwork } = await import('./network-run.js');
  yield* runNetwork(context);
}
