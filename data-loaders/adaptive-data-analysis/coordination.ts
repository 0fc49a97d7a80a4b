import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { recordedSteps } from '../../src/lib/experiment/recorded-steps.js';
import { aggregateAttack, type AttackStep } from '../../src/lib/adaptive-queries/aggregate-attack.js';
import {
  expectation,
  productDistribution,
  sampleFrequencies,
} from '../../src/lib/adaptive-queries/bit-universe.js';
import { privateMultiplicativeWeights } from '../../src/lib/adaptive-queries/private-multiplicative-weights.js';
import { random } from '../../src/lib/statistics/random.js';
import { blockOf, blocksOf } from './blocks.js';

export type CoordinationParameters = {
  /** Probabilities that the bits of the universe are 1. */
  readonly probabilities: readonly number[];
  readonly points: number;
  /** Numbers m of random queries. */
  readonly queries: readonly number[];
  readonly threshold: number;
  readonly tolerance: number;
  readonly rate: number;
  readonly repetitions: number;
  /** Queries along an attack of which the state is kept. */
  readonly recorded: number;
  /** Into how many parts the repetitions are cut. */
  readonly parts: number;
};

const quick: CoordinationParameters = {
  probabilities: [0.8, 0.8, 0.8, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
  points: 500,
  queries: [10, 100, 1000, 5000],
  threshold: 0.15,
  tolerance: 0.02,
  rate: 0.15,
  repetitions: 5,
  recorded: 60,
  parts: 5,
};

const which = {
  n: { type: 'int32', description: 'points of the sample' },
  m: { type: 'int32', description: 'random queries before the final one' },
  mechanism: { type: 'string', description: 'how queries are answered: empirical or pmw' },
  seed: { type: 'int32', description: 'repetition' },
} as const;

const updates = { type: 'int32', description: 'corrections of the hypothesis' } as const;

export const definition: Definition<CoordinationParameters> = {
  title: 'Coordinated answers',
  description:
    'An analyst who knows the truth attacks a sample from a finite universe; its averages are given as they are, or by private multiplicative weights.',
  tables: {
    coordinated_error: {
      description: 'One row an attack',
      columns: {
        ...which,
        final_error: { type: 'float64', description: 'distance of the final answer from the truth' },
        max_error: { type: 'float64', description: 'largest distance of an answer from the truth' },
        updates,
      },
    },
    coordinated_path: {
      description: 'The longest attacks as they go on',
      columns: {
        ...which,
        query: { type: 'int32', description: 'queries asked so far, those for single bits included' },
        max_error: { type: 'float64', description: 'largest distance from the truth of an answer so far' },
        updates,
      },
    },
  },
  profiles: {
    quick,
    full: {
      ...quick,
      queries: [10, 30, 100, 300, 1000, 3000, 5000, 20_000, 100_000],
      repetitions: 20,
      recorded: 90,
      parts: 10,
    },
  },
  seed: 1,
  compute: 'plain',
  parts: ({ repetitions, parts }) => blocksOf(0, repetitions, parts, 1),
};

/** A mechanism as the attack sees it. */
interface Attacked {
  answer(query: Float64Array): number;
  readonly updates: number;
}

export async function* run({
  params,
  part,
  seed,
  signal,
}: Context<CoordinationParameters>): AsyncGenerator<RunEvent, void, void> {
  const { probabilities, points, queries } = params;
  const { from, to } = blockOf(part);
  const truth = productDistribution(probabilities);
  const longest = queries[queries.length - 1];
  const recorded = recordedSteps(longest + probabilities.length + 1, params.recorded);
  for (let repetition = from; repetition < to; repetition++) {
    const errors: Row[] = [];
    const path: Row[] = [];
    for (const m of queries)
      for (const mechanism of ['empirical', 'pmw']) {
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
  { threshold, tolerance, rate }: CoordinationParameters,
  source: ReturnType<typeof random>,
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
