import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { alphaRank, infiniteAlphaRank } from '../../src/lib/games/alpha-rank.js';
import { eloProbability, eloRatings } from '../../src/lib/games/elo.js';
import { marginal } from '../../src/lib/games/game.js';
import { biasedRockPaperScissors, rockPaperScissors } from '../../src/lib/games/known/rock-paper-scissors.js';
import { soccerGame, soccerWins } from '../../src/lib/games/known/soccer.js';
import { symmetricAlphaRank } from '../../src/lib/games/symmetric-alpha-rank.js';
import { unilateralEdges, gains } from '../../src/lib/games/unilateral-edges.js';

export type RatingParameters = {
  /** Exponents of ten between which α runs, and steps a factor of ten. */
  readonly from: number;
  readonly to: number;
  readonly steps: number;
  /** α at which rock, paper and scissors are ranked. */
  readonly alpha: number;
};

const quick: RatingParameters = { from: -3, to: 3, steps: 5, alpha: 100 };

const moves = ['rock', 'paper', 'scissors'];
const strategy = { type: 'string', description: 'move or agent' } as const;
const game = { type: 'string', description: 'rock-paper-scissors, biased, soccer' } as const;

export const definition: Definition<RatingParameters> = {
  title: 'Elo and α-Rank',
  description:
    'Both ratings where wins go round in a circle, α-Rank as α grows, and the gaps that make soccer hard.',
  tables: {
    ratings: {
      description: 'One row a strategy',
      columns: {
        game,
        strategy,
        elo: { type: 'float64', unit: 'points', description: 'Elo rating of maximum likelihood' },
        pi: { type: 'float64', description: 'α-Rank; of soccer the row player’s share at infinite α' },
        misfit: {
          type: 'float64',
          description: 'largest distance between a win probability by Elo and the true one, over opponents',
        },
      },
    },
    alpha_sweep: {
      description: 'α-Rank at each α: of one population, m = 50; of soccer the row player’s share',
      columns: {
        game,
        alpha: { type: 'float64', description: 'α' },
        strategy,
        pi: { type: 'float64', description: 'α-Rank' },
      },
    },
    soccer_gaps: {
      description: 'The edges of the response graph of soccer',
      columns: { gap: { type: 'float64', description: 'gap between the two scaled payoffs of the edge' } },
    },
  },
  profiles: { quick, full: { ...quick, steps: 20 } },
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'ratings' }],
};

export async function* run({
  params,
  signal,
}: Context<RatingParameters>): AsyncGenerator<RunEvent, void, void> {
  const soccer = soccerGame();
  const agents = Array.from({ length: 10 }, (_, i) => `agent ${i + 1}`);
  const { alpha } = params;
  const certain = rockPaperScissors.map((payoff) => (payoff + 1) / 2);
  yield {
    table: 'ratings',
    rows: [
      ...ratingRows('rock-paper-scissors', moves, certain, symmetricAlphaRank(rockPaperScissors, { alpha })),
      ...ratingRows('soccer', agents, soccerWins, marginal(infiniteAlphaRank(soccer), soccer.sizes, 0)),
    ],
  };
  const single = (payoffs: Float64Array) => (a: number) => symmetricAlphaRank(payoffs, { alpha: a });
  const rankers = [
    ['rock-paper-scissors', moves, single(rockPaperScissors)],
    ['biased', moves, single(biasedRockPaperScissors)],
    ['soccer', agents, (a: number) => marginal(alphaRank(soccer, { alpha: a }), soccer.sizes, 0)],
  ] as const;
  const count = (params.to - params.from) * params.steps + 1;
  for (let step = 0; step < count; step++) {
    signal.throwIfAborted();
    const a = 10 ** (params.from + step / params.steps);
    const rows = rankers.flatMap(([name, names, rank]) =>
      Array.from(rank(a), (pi, i): Row => ({ game: name, alpha: a, strategy: names[i], pi })),
    );
    yield { table: 'alpha_sweep', rows };
    yield { progress: (step + 1) / count };
  }
  const gaps = Array.from(gains(soccer, unilateralEdges(soccer.sizes)), Math.abs);
  yield { table: 'soccer_gaps', rows: gaps.map((gap) => ({ gap })) };
}

/** @param wins `[n, n]` probabilities @param ranking `[n]` */
function ratingRows(
  name: string,
  names: readonly string[],
  wins: Float64Array,
  ranking: Float64Array,
): Row[] {
  const elo = eloRatings(wins);
  return names.map((label, i) => {
    const misfits = names.map((_, j) =>
      i === j ? 0 : Math.abs(eloProbability(elo[i], elo[j]) - wins[i * names.length + j]),
    );
    return { game: name, strategy: label, elo: elo[i], pi: ranking[i], misfit: Math.max(...misfits) };
  });
}
