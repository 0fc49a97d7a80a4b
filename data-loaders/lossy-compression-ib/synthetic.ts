import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { full, quick, type SyntheticParameters } from './synthetic-parameters.js';

export const definition = {
  title: 'Images whose information is known',
  description:
    'Pairs of images drawn from correlated normals of known mutual information, which is then estimated from the normals themselves, from the codes of an autoencoder and from as many principal components.',
  tables: {
    synthetic: {
      description: 'One row an estimate',
      columns: {
        dataset: { type: 'string', description: 'images: blobs (two parameters) or rectangles (four)' },
        w: { type: 'int32', description: 'pixels on a side of an image' },
        seed: { type: 'int32', description: 'number of the seed: samples, weights and batches' },
        mi_true: { type: 'float64', unit: 'nats', description: 'true mutual information' },
        representation: {
          type: 'string',
          description: 'what the estimator is given: parameters, autoencoder or principal',
        },
        estimator: {
          type: 'string',
          description:
            'kl: nearest neighbour; wkl: weighted five nearest neighbours; kde-likelihood, kde-least-squares: kernel density of cross-validated bandwidth',
        },
        mi_est: { type: 'float64', unit: 'nats', description: 'estimated mutual information' },
        se: {
          type: 'float64',
          unit: 'nats',
          description:
            'standard error: the sum of those of the three entropies; it knows nothing of the bias',
        },
        ae_rel_mse: {
          type: 'float64',
          description: 'share of the pixels’ variance that the autoencoder leaves unexplained on new images',
        },
      },
    },
  },
  profiles: { quick, full },
  seed: 1,
  compute: 'tensors',
  parts: ({ families, seeds }) =>
    families.flatMap((family) =>
      Array.from({ length: seeds }, (_, number) => ({ id: `${family}-${number}` })),
    ),
} as const satisfies Definition<SyntheticParameters>;

export async function* run(context: Context<SyntheticParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runSynthetic } = await import('./synthetic-run.js');
  yield* runSynthetic(context);
}
