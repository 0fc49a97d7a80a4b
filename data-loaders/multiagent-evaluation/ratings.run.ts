import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { alphaRank, infiniteAlphaRank } from '../../src/papers/multiagent-evaluation/games/alpha-rank.js';
import { eloProbability, eloRatings } from '../../src/papers/multiagent-evaluation/games/elo.js';
import { marginal } from '../../src/papers/multiagent-evaluation/games/game.js';
import {
  biasedRockPaperScissors,
  rockPaperScissors,
} from '../../src/papers/multiagent-evaluation/games/known/rock-paper-scissors.js';
import { soccerGame, soccerWins } from '../../src/papers/multiagent-evaluation/games/known/soccer.js';
import { symmetricAlphaRank } from '../../src/papers/multiagent-evaluation/games/symmetric-alpha-rank.js';
import { gains, unilateralEdges } from '../../src/papers/multiagent-evaluation/games/unilateral-edges.js';
import type { definition } from './ratings.js';

type RatingRow = RowOf<typeof definition.tables.ratings.columns>;

const moves = ['rock', 'paper', 'scissors'];

/** Rates and ranks the strategies of games, at one α and at many, and lists the gaps of soccer. */
export async function* run({ params, signal }: RunContext<typeof definition>): RunEvents<typeof definition> {
  const soccer = soccerGame();
  const agents = Array.from({ length: 10 }, (_, i) => `agent ${i + 1}`);
  const certain = rockPaperScissors.map((payoff) => (payoff + 1) / 2);
  const uniform = symmetricAlphaRank(rockPaperScissors, { alpha: params.alpha });
  const soccerRanking = marginal(infiniteAlphaRank(soccer), soccer.sizes, 0);
  yield {
    table: 'ratings',
    rows: [
      ...ratingRows({ game: 'rock-paper-scissors', strategies: moves, wins: certain, ranking: uniform }),
      ...ratingRows({ game: 'soccer', strategies: agents, wins: soccerWins, ranking: soccerRanking }),
    ],
  };
  const single = (payoffs: Float64Array) => (alpha: number) => symmetricAlphaRank(payoffs, { alpha });
  const rankers = [
    { game: 'rock-paper-scissors', strategies: moves, rank: single(rockPaperScissors) },
    { game: 'biased', strategies: moves, rank: single(biasedRockPaperScissors) },
    {
      game: 'soccer',
      strategies: agents,
      rank: (alpha: number) => marginal(alphaRank(soccer, { alpha }), soccer.sizes, 0),
    },
  ] as const;
  const count = (params.to - params.from) * params.steps + 1;
  for (let step = 0; step < count; step++) {
    signal.throwIfAborted();
    const alpha = 10 ** (params.from + step / params.steps);
    const rows = rankers.flatMap(({ game, strategies, rank }) =>
      Array.from(rank(alpha), (pi, i) => ({ game, alpha, strategy: strategies[i], pi })),
    );
    yield { table: 'alpha_sweep', rows };
    yield { progress: (step + 1) / count };
  }
  const gaps = Array.from(gains(soccer, unilateralEdges(soccer.sizes)), Math.abs);
  yield { table: 'soccer_gaps', rows: gaps.map((gap) => ({ gap })) };
}

interface Rated {
  readonly game: RatingRow['game'];
  readonly strategies: readonly string[];
  /** `[n, n]` probabilities to win. */
  readonly wins: Float64Array;
  /** `[n]` shares. */
  readonly ranking: Float64Array;
}

function ratingRows({ game, strategies, wins, ranking }: Rated): RatingRow[] {
  const elo = eloRatings(wins);
  return strategies.map((strategy, i) => {
    const misfits = strategies.map((_, j) =>
      i === j ? 0 : Math.abs(eloProbability(elo[i], elo[j]) - wins[i * strategies.length + j]),
    );
    return { game, strategy, elo: elo[i], pi: ranking[i], misfit: Math.max(...misfits) };
  });
}
