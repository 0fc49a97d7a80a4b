import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/multiagent-evaluation/tables.js';

type StaticSamplingParameters = {
  readonly games: number;
  /** Strategies of each of the two players. */
  readonly size: number;
  readonly gap: number;
  readonly delta: number;
  /** The bound over these is how often profiles are sampled. */
  readonly divisors: readonly number[];
};

const quick: StaticSamplingParameters = {
  games: 200,
  size: 3,
  gap: 0.05,
  delta: 0.1,
  divisors: [1, 5, 20, 50],
};

export const definition = defineExperiment({
  title: 'Sampling as often as the static bound asks for, and less',
  description:
    'Random 3 × 3 games, every profile sampled equally often; is the response graph of the means right?',
  tables: { static_sampling: tables.static_sampling },
  profiles: { quick, full: { ...quick, games: 2000 } },
  scale: ({ games, size, gap }) => ({
    level: 'stand-in',
    data: {
      here: `random ${size} × ${size} games with gaps of ${gap} or more`,
      paper: 'any game (a theorem)',
    },
    model: 'means of equally many samples of every profile',
    training: 'none',
    repetitions: `${games} games`,
  }),
  seed: 1,
  compute: 'plain',
  parts: ({ divisors }) =>
    divisors.map((divisor) => ({ id: `divisor-${divisor}`, cost: 1 / divisor, of: { divisor } })),
});
