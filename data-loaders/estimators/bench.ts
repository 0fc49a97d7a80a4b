import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { distributionOf, distributions } from '../../src/lib/information/bench/distributions.js';
import { estimators } from '../../src/lib/information/bench/estimators.js';
import { accuracyOf, estimateOf, sampleOf } from '../../src/lib/information/bench/trial.js';

export type BenchParameters = {
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

export const definition: Definition<BenchParameters> = {
  title: 'Accuracy of the estimators',
  description: 'Every estimator of mutual information on samples whose mutual information is known.',
  tables: {
    accuracy: {
      description: 'Bias and spread of every estimator over a grid of known answers',
      columns: {
        distribution: { type: 'string', description: 'law of the pairs (x, y)' },
        dimension: { type: 'int32', description: 'coordinates of each of x and y that carry information' },
        n: { type: 'int32', description: 'sample size' },
        true_mi: { type: 'float64', description: 'true mutual information', unit: 'nats' },
        estimator: { type: 'string', description: 'estimator' },
        repetitions: { type: 'int32', description: 'independent samples' },
        answers: { type: 'int32', description: 'samples on which the estimator had a finite answer' },
        mean: { type: 'float64', description: 'mean estimate', unit: 'nats' },
        bias: {
          type: 'float64',
          description: 'mean estimate less truth; empty where the estimator is of another quantity',
          unit: 'nats',
        },
        sd: { type: 'float64', description: 'standard deviation of the estimates', unit: 'nats' },
        rmse: {
          type: 'float64',
          description: 'root-mean-square error; empty where the estimator is of another quantity',
          unit: 'nats',
        },
      },
    },
  },
  profiles: {
    quick: {
      distributions: all,
      dimensions: [1, 2, 5, 10],
      sizes: [
        { n: 100, repetitions: 10 },
        { n: 200, repetitions: 10 },
        { n: 500, repetitions: 5 },
      ],
      information: [0.5, 2],
    },
    full: {
      distributions: all,
      dimensions: [1, 2, 3, 5, 10],
      sizes: [
        { n: 100, repetitions: 50 },
        { n: 300, repetitions: 30 },
        { n: 1000, repetitions: 10 },
        { n: 2000, repetitions: 5 },
      ],
      information: [0.25, 0.5, 1, 2, 4],
    },
  },
  seed: 1,
  compute: 'plain',
  parts: cases,
};

/** One part a distribution, dimension and sample size. */
function cases({ distributions, dimensions, sizes }: BenchParameters) {
  return distributions.flatMap((distribution) => {
    const { dimension: only } = distributionOf(distribution);
    return (only === undefined ? dimensions : [only]).flatMap((dimension) =>
      sizes.map(({ n, repetitions }) => ({
        id: `${distribution}-d${dimension}-n${n}`,
        cost: repetitions * n * n,
        distribution,
        dimension,
        n,
        repetitions,
      })),
    );
  });
}

export async function* run({
  params,
  part,
  seed,
  signal,
}: Context<BenchParameters>): AsyncGenerator<RunEvent, void, void> {
  const found = cases(params).find(({ id }) => id === part.id)!;
  const { distribution, dimension, n, repetitions } = found;
  const shape = distributionOf(distribution).shape?.value ?? 0;
  const rows: Row[] = [];
  for (const [index, information] of params.information.entries()) {
    const estimates = estimators.map((): (number | null)[] => []);
    for (let repetition = 0; repetition < repetitions; repetition++) {
      signal.throwIfAborted();
      const pair = sampleOf({ distribution, dimension, n, information, shape }, seed, repetition);
      estimators.forEach((estimator, at) => estimates[at].push(estimateOf(estimator, pair)));
      yield { progress: (index + (repetition + 1) / repetitions) / params.information.length };
    }
    for (const [at, { id, other }] of estimators.entries()) {
      const { answers, mean, bias, sd, rmse } = accuracyOf(estimates[at], information);
      const compared = other ? { bias: null, rmse: null } : { bias, rmse };
      const of = { distribution, dimension, n, true_mi: information, estimator: id };
      rows.push({ ...of, repetitions, answers, mean, sd, ...compared });
    }
  }
  yield { table: 'accuracy', rows };
}
