import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/multiagent-evaluation/tables.js';

type IntervalParameters = {
  readonly games: number;
  readonly size: number;
  readonly gap: number;
  readonly delta: number;
  /** Interactions after which the intervals are taken. */
  readonly stops: readonly number[];
};

const quick: IntervalParameters = {
  games: 15,
  size: 3,
  gap: 0.05,
  delta: 0.1,
  stops: [500, 1000, 2000, 4000, 8000],
};

export const definition = defineExperiment({
  title: 'Ranking intervals',
  description:
    'What the α-Rank of each profile can still be while ResponseGraphUCB (Clopper–Pearson, uniform-exhaustive) has not decided all edges.',
  tables: { intervals: tables.intervals },
  profiles: { quick, full: { ...quick, games: 200 } },
  scale: ({ games, size, stops }) => ({
    level: 'stand-in',
    data: `random ${size} × ${size} games, up to ${Math.max(...stops).toLocaleString('en')} interactions`,
    model: 'Clopper–Pearson intervals, uniform-exhaustive',
    training: 'none',
    repetitions: `${games} games`,
  }),
  seed: 1,
  compute: 'plain',
  parts({ games }) {
    const half = Math.ceil(games / 2);
    return [
      { id: 'first', of: { from: 0, to: half } },
      { id: 'second', of: { from: half, to: games } },
    ];
  },
});
