import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import {
  type Gaussian,
  gaussianCauchySchwarz,
  gaussianKullbackLeibler,
  gaussianMutualInformation,
  gaussianQuadraticMutualInformation,
} from '../../src/papers/cs-ib/information/gaussian-divergence.js';
import type { StatementId } from '../../src/papers/cs-ib/tables.js';
import type { definition } from './gaussian-bound.js';

type PairRow = RowOf<typeof definition.tables.gaussian_pairs.columns>;

/** A Cauchy–Schwarz quantity and the Shannon quantity that is said to bound it. */
type Compared = readonly [cauchySchwarz: number, shannon: number];

/** The statements under test, each as a random instance in a dimension. */
const statements: Readonly<Record<StatementId, (d: number, source: Random) => Compared>> = {
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

/** Draws instances of one statement in every dimension. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { statement } = part.of;
  const compare = statements[statement];
  const { dimensions, pairs } = params;
  const shown = Math.ceil(params.shown / dimensions.length);
  for (const [index, dimension] of dimensions.entries()) {
    signal.throwIfAborted();
    const source = random(seed, 'gaussian-bound', statement, dimension);
    const scatter: PairRow[] = [];
    let violations = 0;
    let largest = 0;
    for (let pair = 0; pair < pairs; pair++) {
      const [cs, shannon] = compare(dimension, source);
      if (cs > shannon) violations++;
      largest = Math.max(largest, cs / shannon);
      if (pair < shown) scatter.push({ statement, cs, shannon });
    }
    yield {
      table: 'gaussian_bound',
      rows: [{ statement, dimension, pairs, violations, largest_ratio: largest }],
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
