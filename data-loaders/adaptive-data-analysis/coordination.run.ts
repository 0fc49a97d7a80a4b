import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { recordedSteps } from '../../src/lib/experiment/recorded-steps.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import {
  aggregateAttack,
  type AttackStep,
} from '../../src/papers/adaptive-data-analysis/aggregate-attack.js';
import {
  expectation,
  productDistribution,
  sampleFrequencies,
} from '../../src/papers/adaptive-data-analysis/bit-universe.js';
import { privateMultiplicativeWeights } from '../../src/papers/adaptive-data-analysis/private-multiplicative-weights.js';
import type { definition } from './coordination.js';

type Context = RunContext<typeof definition>;
type Tables = typeof definition.tables;
type ErrorRow = RowOf<Tables['coordinated_error']['columns']>;
type PathRow = RowOf<Tables['coordinated_path']['columns']>;

/** A mechanism as the attack sees it. */
interface Attacked {
  answer(query: Float64Array): number;
  readonly updates: number;
}

/** Attacks both mechanisms with every number of queries; each attack has a sample of its own. */
export async function* run({ params, part, seed, signal }: Context): RunEvents<typeof definition> {
  const { probabilities, points, queries } = params;
  const { from, to } = part.of;
  const truth = productDistribution(probabilities);
  const longest = queries[queries.length - 1];
  const recorded = recordedSteps(longest + probabilities.length + 1, params.recorded);
  for (let repetition = from; repetition < to; repetition++) {
    const errors: ErrorRow[] = [];
    const path: PathRow[] = [];
    for (const m of queries)
      for (const mechanism of ['empirical', 'pmw'] as const) {
        signal.throwIfAborted();
        const stream = (name: string) => random(seed, 'coordination', repetition, m, name);
        const frequencies = sampleFrequencies(probabilities, points, stream('sample'));
        const attacked =
          mechanism === 'pmw' ? coordinated(frequencies, params, stream('noise')) : empirical(frequencies);
        const row = { n: points, m, mechanism, seed: repetition };
        let last: AttackStep | undefined;
        const { answer } = attacked;
        for (last of aggregateAttack({ truth, queries: m, source: stream('queries'), answer }))
          if (m === longest && recorded.has(last.query)) {
            const { query, maxError } = last;
            path.push({ ...row, query, max_error: maxError, updates: attacked.updates });
          }
        const { error, maxError } = last!;
        errors.push({ ...row, final_error: error, max_error: maxError, updates: attacked.updates });
      }
    yield { table: 'coordinated_error', rows: errors };
    yield { table: 'coordinated_path', rows: path };
    yield { progress: (repetition + 1 - from) / (to - from) };
  }
}

function empirical(frequencies: Float64Array): Attacked {
  return { answer: (query) => expectation(frequencies, query), updates: 0 };
}

function coordinated(
  frequencies: Float64Array,
  { threshold, tolerance, rate }: Context['params'],
  source: Random,
): Attacked {
  const mechanism = privateMultiplicativeWeights({
    size: frequencies.length,
    threshold,
    tolerance,
    rate,
    source,
  });
  return {
    answer: (query) => mechanism.answer(query, expectation(frequencies, query)),
    get updates() {
      return mechanism.updates;
    },
  };
}
