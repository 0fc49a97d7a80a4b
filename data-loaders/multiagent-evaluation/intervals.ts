import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { infiniteAlphaRank } from '../../src/lib/games/alpha-rank.js';
import { bernoulliPlay } from '../../src/lib/games/bernoulli-play.js';
import { randomConstantSumGame } from '../../src/lib/games/known/random-games.js';
import { rankingInterval } from '../../src/lib/games/ranking-interval.js';
import { responseGraphBandit, wrongEdges } from '../../src/lib/games/response-graph-bandit.js';
import { gains } from '../../src/lib/games/unilateral-edges.js';
import { random } from '../../src/lib/statistics/random.js';

export type IntervalParameters = {
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

export const definition: Definition<IntervalParameters> = {
  title: 'Ranking intervals',
  description:
    'What the α-Rank of each profile can still be while ResponseGraphUCB (Clopper–Pearson, uniform-exhaustive) has not decided all edges.',
  tables: {
    intervals: {
      description: 'One row a profile of a game at a stop',
      columns: {
        game: { type: 'int32', description: 'number of the random 3 × 3 game' },
        interactions: {
          type: 'int32',
          description: 'games played, at most: fewer where all edges were decided',
        },
        profile: { type: 'string', description: 'strategies of the row and the column player' },
        lo: { type: 'float64', description: 'least α-Rank over all directions of undecided edges' },
        hi: { type: 'float64', description: 'greatest α-Rank' },
        pi: { type: 'float64', description: 'α-Rank of the true game' },
        undecided: { type: 'int32', description: 'undecided edges of the game, of 18' },
        wrong: { type: 'int32', description: 'decided edges that point the wrong way' },
        delta: { type: 'float64', description: 'δ of the payoff intervals' },
      },
    },
  },
  profiles: { quick, full: { ...quick, games: 200 } },
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'first' }, { id: 'second' }],
};

export async function* run({
  params,
  part,
  seed,
  signal,
}: Context<IntervalParameters>): AsyncGenerator<RunEvent, void, void> {
  const { games, size, stops, delta } = params;
  const half = Math.ceil(games / 2);
  const [from, to] = part.id === 'first' ? [0, half] : [half, games];
  for (let number = from; number < to; number++) {
    const game = randomConstantSumGame(size, params.gap, random(seed, 'game', number));
    const source = random(seed, 'play', number);
    const options = { scheme: 'UE', kind: 'CP-UCB', delta, slack: 0 } as const;
    const bandit = responseGraphBandit(game.sizes, bernoulliPlay(game, source), options, source);
    const truth = infiniteAlphaRank(game);
    const rows: Row[] = [];
    for (const interactions of stops) {
      signal.throwIfAborted();
      bandit.runTo(interactions);
      const wrong = wrongEdges(bandit.directions, gains(game, bandit.edges));
      truth.forEach((pi, at) => {
        const { low, high } = rankingInterval(at, game.sizes, bandit.edges, bandit.directions);
        const profile = `(${Math.floor(at / size) + 1}, ${(at % size) + 1})`;
        rows.push({
          game: number,
          interactions,
          profile,
          lo: low,
          hi: high,
          pi,
          undecided: bandit.undecided,
          wrong,
          delta,
        });
      });
    }
    yield { table: 'intervals', rows };
    yield { progress: (number + 1 - from) / (to - from) };
  }
}
