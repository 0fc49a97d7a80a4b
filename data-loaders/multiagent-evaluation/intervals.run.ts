import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { random } from '../../src/lib/statistics/random.js';
import { infiniteAlphaRank } from '../../src/papers/multiagent-evaluation/games/alpha-rank.js';
import { bernoulliPlay } from '../../src/papers/multiagent-evaluation/games/bernoulli-play.js';
import { randomConstantSumGame } from '../../src/papers/multiagent-evaluation/games/known/random-games.js';
import { rankingInterval } from '../../src/papers/multiagent-evaluation/games/ranking-interval.js';
import {
  responseGraphBandit,
  wrongEdges,
} from '../../src/papers/multiagent-evaluation/games/response-graph-bandit.js';
import { gains } from '../../src/papers/multiagent-evaluation/games/unilateral-edges.js';
import type { definition } from './intervals.js';

type IntervalRow = RowOf<typeof definition.tables.intervals.columns>;

/** Plays each game of the part, and at every stop takes the interval of each profile's α-Rank. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { size, stops, delta } = params;
  const { from, to } = part.of;
  for (let number = from; number < to; number++) {
    const game = randomConstantSumGame(size, params.gap, random(seed, 'game', number));
    const source = random(seed, 'play', number);
    const options = { scheme: 'UE', kind: 'CP-UCB', delta, slack: 0 } as const;
    const bandit = responseGraphBandit(game.sizes, bernoulliPlay(game, source), options, source);
    const truth = infiniteAlphaRank(game);
    const rows: IntervalRow[] = [];
    for (const interactions of stops) {
      signal.throwIfAborted();
      bandit.runTo(interactions);
      const wrong = wrongEdges(bandit.directions, gains(game, bandit.edges));
      truth.forEach((pi, index) => {
        const { low, high } = rankingInterval(index, game.sizes, bandit.edges, bandit.directions);
        rows.push({
          game: number,
          interactions,
          profile: `(${Math.floor(index / size) + 1}, ${(index % size) + 1})`,
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
