import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import {
  gaussianCauchySchwarz,
  gaussianKullbackLeibler,
  gaussianMutualInformation,
  gaussianQuadraticMutualInformation,
  type Gaussian,
} from '../../src/lib/information/gaussian-divergence.js';
import { random, type Random } from '../../src/lib/statistics/random.js';

export type GaussianBoundParameters = {
  readonly dimensions: readonly number[];
  /** Random pairs in each dimension. */
  readonly pairs: number;
  /** Pairs of each statement, over all dimensions, that are kept for a scatter plot. */
  readonly shown: number;
};

/** A Cauchy–Schwarz quantity and the Shannon quantity that is said to bound it. */
type Compared = readonly [cauchySchwarz: number, shannon: number];

/** The statements under test, each as a random instance in a dimension. */
const statements: Readonly<Record<string, (d: number, source: Random) => Compared>> = {
  information(d, source) {
    const covariance = wishart(2 * d, source);
    return [gaussianQuadraticMutualInformation(covariance, d), gaussianMutualInformation(covariance, d)];
  },
  divergence: (d, source) => divergences(gaussian(d, source), gaussian(d, source)),
  'divergence-equal-means'(d, source) {
    const p = gaussian(d, source);
    return divergences(p, { mean: p.mean, covariance: wishart(d, source) });
  },
  'half-divergence'(d, source) {
    const [cauchySchwarz, shannon] = divergences(gaussian(d, source), gaussian(d, source));
    return [cauchySchwarz / 2, shannon];
  },
};

const statement = {
  type: 'string',
  description:
    'information: I_CS ≤ I of jointly normal vectors; divergence: D_CS ≤ KL of any two normal laws; divergence-equal-means: the same with equal means; half-divergence: ½ D_CS ≤ KL',
} as const;

export const definition: Definition<GaussianBoundParameters> = {
  title: 'Bounds between normal laws',
  description:
    'Closed forms of Cauchy–Schwarz and Shannon quantities on random normal laws: Wishart covariances with one degree of freedom more than coordinates, standard normal means.',
  tables: {
    gaussian_bound: {
      description: 'How often each inequality is violated',
      columns: {
        statement,
        dimension: { type: 'int32', description: 'coordinates of each of the two variables or laws' },
        pairs: { type: 'int32', description: 'random instances' },
        violations: { type: 'int32', description: 'instances in which the Cauchy–Schwarz side is larger' },
        largest_ratio: { type: 'float64', description: 'largest Cauchy–Schwarz side over Shannon side' },
      },
    },
    gaussian_pairs: {
      description: 'The first instances, for a scatter plot',
      columns: {
        statement,
        cs: { type: 'float64', description: 'Cauchy–Schwarz side', unit: 'nats' },
        shannon: {
          type: 'float64',
          description: 'Shannon side; of the two Kullback–Leibler divergences the smaller',
          unit: 'nats',
        },
      },
    },
  },
  profiles: {
    quick: { dimensions: [1, 2, 5], pairs: 10_000, shown: 1000 },
    full: { dimensions: [1, 2, 5, 10], pairs: 100_000, shown: 1000 },
  },
  seed: 1,
  compute: 'plain',
  parts: () => Object.keys(statements).map((id) => ({ id })),
};

export async function* run({
  params,
  part,
  seed,
  signal,
}: Context<GaussianBoundParameters>): AsyncGenerator<RunEvent, void, void> {
  const compare = statements[part.id];
  const { dimensions, pairs } = params;
  const shown = Math.ceil(params.shown / dimensions.length);
  for (const [index, dimension] of dimensions.entries()) {
    signal.throwIfAborted();
    const source = random(seed, 'gaussian-bound', part.id, dimension);
    const scatter: Row[] = [];
    let violations = 0;
    let largest = 0;
    for (let pair = 0; pair < pairs; pair++) {
      const [cs, shannon] = compare(dimension, source);
      if (cs > shannon) violations++;
      largest = Math.max(largest, cs / shannon);
      if (pair < shown) scatter.push({ statement: part.id, cs, shannon });
    }
    yield {
      table: 'gaussian_bound',
      rows: [{ statement: part.id, dimension, pairs, violations, largest_ratio: largest }],
    };
    yield { table: 'gaussian_pairs', rows: scatter };
    yield { progress: (index + 1) / dimensions.length };
  }
}

/**
 * The divergence is symmetric and its bound is not: "for any two laws" means the smaller of the two
 * Kullback–Leibler divergences.
 */
function divergences(p: Gaussian, q: Gaussian): Compared {
  return [
    gaussianCauchySchwarz(p, q),
    Math.min(gaussianKullbackLeibler(p, q), gaussianKullbackLeibler(q, p)),
  ];
}

function gaussian(d: number, source: Random): Gaussian {
  return { mean: Float64Array.from({ length: d }, source.normal), covariance: wishart(d, source) };
}

/** A Aᵀ with standard normal A `[d, d + 1]`: correlations are then uniform on (−1, 1). */
function wishart(d: number, { normal }: Random): Float64Array {
  const width = d + 1;
  const A = Float64Array.from({ length: d * width }, normal);
  return Float64Array.from({ length: d * d }, (_, at) => {
    const i = Math.floor(at / d) * width;
    const j = (at % d) * width;
    let sum = 0;
    for (let k = 0; k < width; k++) sum += A[i + k] * A[j + k];
    return sum;
  });
}
