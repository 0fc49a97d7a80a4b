import { mnistNames } from '../../src/lib/datasets/mnist.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { fullImages, imageRegimes, type ImagesParameters, quickImages } from './images-parameters.js';
import { representationColumns } from './representation-columns.js';

export const definition: Definition<ImagesParameters> = {
  title: 'Representations of handwritten digits during training',
  description:
    'A small convolutional network, trained with true labels, with permuted labels, or without labels on pairs of views: entropy and information of its last hidden layer on images that it was not trained on.',
  tables: {
    images: {
      description: 'One row a network and checkpoint.',
      columns: {
        regime: {
          type: 'string',
          description:
            'supervised: true labels; permuted: training labels permuted; contrastive: no labels (SimCLR)',
        },
        seed: { type: 'int32', description: 'number of the network: weights, batches, permutation, views' },
        step: { type: 'int32', description: 'steps of training done' },
        train_acc: {
          type: 'float64',
          description:
            'accuracy on training images and the labels trained on; contrastive: of a linear probe',
        },
        val_acc: {
          type: 'float64',
          description: 'accuracy on other images and their true labels; contrastive: of a linear probe',
        },
        ...representationColumns,
      },
    },
  },
  profiles: { quick: quickImages, full: fullImages },
  seed: 1,
  compute: 'tensors',
  datasets: ({ data }) => (data === 'all' ? mnistNames('train', 'test') : mnistNames('test')),
  parts: ({ seeds }) =>
    imageRegimes.flatMap((regime) =>
      Array.from({ length: seeds }, (_, number) => ({ id: `${regime}-${number}` })),
    ),
};

export async function* run(context: Context<ImagesParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runImages } = await import('./images-run.js');
  yield* runImages(context);
}
