import { range } from 'd3-array';
import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/multiagent-evaluation/tables.js';

type ErrorParameters = {
  /** Samples of each profile, ascending. */
  readonly samples: readonly number[];
  readonly seeds: number;
};

const quick: ErrorParameters = { samples: [10, 30, 100, 300, 1000, 3000, 10_000], seeds: 10 };

export const definition = defineExperiment({
  title: 'Error of the payoffs and error of the ranking',
  description: 'Soccer agents ranked from a table of noisy results, every pair having played equally often.',
  tables: { ranking_errors: tables.ranking_errors },
  profiles: { quick, full: { samples: [...quick.samples, 30_000, 100_000], seeds: 40 } },
  scale: ({ samples, seeds }) => ({
    level: 'paper',
    data: `ten soccer agents, up to ${Math.max(...samples).toLocaleString('en')} samples of each pair`,
    model: 'the released table of win probabilities, to five digits',
    training: 'none',
    repetitions: `${seeds} runs`,
  }),
  seed: 1,
  compute: 'plain',
  parts: ({ seeds }) =>
    [0, 1].map((half) => ({ id: `seeds-${half}`, cost: seeds, of: { seeds: range(half, seeds, 2) } })),
});
