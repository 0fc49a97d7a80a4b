import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/estimators/tables.js';

type CriticsParameters = {
  /** Ids of laws of two numbers. */
  readonly laws: readonly string[];
  /** Coordinates of each of x and y. */
  readonly dimensions: readonly number[];
  /** Sample sizes, and how many samples of each. */
  readonly sizes: readonly { readonly n: number; readonly repetitions: number }[];
  /** True mutual information, in nats. */
  readonly information: readonly number[];
};

const quick: CriticsParameters = {
  laws: ['normals'],
  dimensions: [1, 5],
  sizes: [
    { n: 200, repetitions: 5 },
    { n: 500, repetitions: 5 },
  ],
  information: [0.5, 2],
};

const full: CriticsParameters = {
  laws: ['normals', 'uniform', 'stretched', 'uniform-noise'],
  dimensions: [1, 2, 5, 10],
  sizes: [
    { n: 100, repetitions: 20 },
    { n: 300, repetitions: 20 },
    { n: 1000, repetitions: 10 },
  ],
  information: [0.25, 0.5, 1, 2],
};

export const definition = defineExperiment({
  title: 'Accuracy of bounds by networks',
  description:
    'InfoNCE and MINE on rows that their critics were not trained on, on samples whose information is known.',
  tables: { critics: tables.critics },
  profiles: { quick, full },
  scale: ({ laws, dimensions, sizes }) => ({
    level: 'stand-in',
    data: `${laws.length} of the laws of known information, ${dimensions.join(', ')} dimensions, ${sizes.map(({ n }) => n).join(', ')} samples`,
    model: 'critics of two small networks',
    training: 'at most 400 steps, ended by rows that do not train',
    repetitions: sizes.map(({ n, repetitions }) => `${repetitions} of ${n} samples`).join(', '),
  }),
  seed: 1,
  compute: 'plain',
  /** One part a law, dimension and sample size. */
  parts: ({ laws, dimensions, sizes }) =>
    laws.flatMap((law) =>
      dimensions.flatMap((dimension) =>
        sizes.map(({ n, repetitions }) => ({
          id: `${law}-d${dimension}-n${n}`,
          cost: repetitions * n,
          of: { law, dimension, categories: 1, combinations: 1, n, repetitions },
        })),
      ),
    ),
});
