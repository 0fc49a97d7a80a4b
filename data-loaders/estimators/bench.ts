import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { distributionOf, distributions } from '../../src/papers/estimators/distributions.js';
import { tables } from '../../src/papers/estimators/tables.js';

type BenchParameters = {
  /** Ids of the distributions. */
  readonly distributions: readonly string[];
  /** Coordinates of each of x and y, where a distribution leaves the choice. */
  readonly dimensions: readonly number[];
  /** Sample sizes, and how many samples of each. */
  readonly sizes: readonly { readonly n: number; readonly repetitions: number }[];
  /** True mutual information, in nats. */
  readonly information: readonly number[];
};

const all = distributions.map(({ id }) => id);

const quick: BenchParameters = {
  distributions: all,
  dimensions: [1, 2, 5, 10],
  sizes: [
    { n: 100, repetitions: 10 },
    { n: 200, repetitions: 10 },
    { n: 500, repetitions: 5 },
  ],
  information: [0.5, 2],
};

const full: BenchParameters = {
  distributions: all,
  dimensions: [1, 2, 3, 5, 10],
  sizes: [
    { n: 100, repetitions: 50 },
    { n: 300, repetitions: 30 },
    { n: 1000, repetitions: 10 },
    { n: 2000, repetitions: 5 },
  ],
  information: [0.25, 0.5, 1, 2, 4],
};

export const definition = defineExperiment({
  title: 'Accuracy of the estimators',
  description: 'Every estimator of mutual information on samples whose mutual information is known.',
  tables: { accuracy: tables.accuracy },
  profiles: { quick, full },
  scale: ({ distributions, dimensions, sizes }) => ({
    level: 'stand-in',
    data: `${distributions.length} distributions of known information, ${Math.min(...dimensions)} to ${Math.max(...dimensions)} dimensions, ${sizes.map(({ n }) => n).join(', ')} samples`,
    model: 'the estimators that the papers here rest on',
    training: 'none',
    repetitions: sizes.map(({ n, repetitions }) => `${repetitions} of ${n} samples`).join(', '),
  }),
  seed: 1,
  compute: 'plain',
  /** One part a distribution, dimension and sample size. */
  parts: ({ distributions, dimensions, sizes }) =>
    distributions.flatMap((distribution) => {
      const { dimension: only } = distributionOf(distribution);
      return (only === undefined ? dimensions : [only]).flatMap((dimension) =>
        sizes.map(({ n, repetitions }) => ({
          id: `${distribution}-d${dimension}-n${n}`,
          cost: repetitions * n * n,
          of: { distribution, dimension, n, repetitions },
        })),
      );
    }),
});
