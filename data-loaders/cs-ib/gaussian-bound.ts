import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { count } from '../../src/lib/text/number.js';
import { statementIds, tables } from '../../src/papers/cs-ib/tables.js';

type GaussianBoundParameters = {
  readonly dimensions: readonly number[];
  /** Random pairs in each dimension. */
  readonly pairs: number;
  /** Pairs of each statement, over all dimensions, that are kept for a scatter plot. */
  readonly shown: number;
};

const quick: GaussianBoundParameters = { dimensions: [1, 2, 5], pairs: 10_000, shown: 1000 };

const full: GaussianBoundParameters = { dimensions: [1, 2, 5, 10], pairs: 100_000, shown: 1000 };

export const definition = defineExperiment({
  title: 'Bounds between normal laws',
  description:
    'Closed forms of Cauchy–Schwarz and Shannon quantities on random normal laws: Wishart covariances with one degree of freedom more than coordinates, standard normal means.',
  tables: { gaussian_bound: tables.gaussian_bound, gaussian_pairs: tables.gaussian_pairs },
  profiles: { quick, full },
  scale: ({ pairs, dimensions }) => ({
    level: 'exact',
    data: `closed forms on ${count(pairs)} random pairs of normal laws in each of ${dimensions.length} dimensions`,
  }),
  seed: 1,
  compute: 'plain',
  parts: () => statementIds.map((statement) => ({ id: statement, of: { statement } })),
});
