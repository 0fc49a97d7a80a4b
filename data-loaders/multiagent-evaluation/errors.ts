import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { infiniteAlphaRank } from '../../src/lib/games/alpha-rank.js';
import { evenSample } from '../../src/lib/games/even-sample.js';
import { marginal } from '../../src/lib/games/game.js';
import { discordance } from '../../src/lib/games/discordance.js';
import { soccerGame } from '../../src/lib/games/known/soccer.js';
import { wrongEdges } from '../../src/lib/games/response-graph-bandit.js';
import { gains, unilateralEdges } from '../../src/lib/games/unilateral-edges.js';
import { random } from '../../src/lib/statistics/random.js';

export type ErrorParameters = {
  /** Samples of each profile, ascending. */
  readonly samples: readonly number[];
  readonly seeds: number;
};

const quick: ErrorParameters = { samples: [10, 30, 100, 300, 1000, 3000, 10_000], seeds: 10 };

export const definition: Definition<ErrorParameters> = {
  title: 'Error of the payoffs and error of the ranking',
  description: 'Soccer agents ranked from a table of noisy results, every pair having played equally often.',
  tables: {
    ranking_errors: {
      description: 'One row a number of samples and a seed',
      columns: {
        n: { type: 'int32', description: 'samples of each profile' },
        seed: { type: 'int32', description: 'number of the run' },
        frobenius: {
          type: 'float64',
          description: 'Frobenius norm of the error of the 10 × 10 payoff table',
        },
        mean_error: { type: 'float64', description: 'mean absolute error of a payoff' },
        kendall: {
          type: 'float64',
          description: 'share of the 45 pairs of agents that are ranked the other way round',
        },
        edge_errors: {
          type: 'int32',
          description: 'edges of the response graph that point the wrong way, of 900',
        },
        tv: { type: 'float64', description: 'total variation distance of the two α-Ranks over profiles' },
      },
    },
  },
  profiles: { quick, full: { samples: [...quick.samples, 30_000, 100_000], seeds: 40 } },
  seed: 1,
  compute: 'plain',
  parts: ({ seeds }) => [0, 1].map((half) => ({ id: `seeds-${half}`, cost: seeds })),
};

export async function* run({
  params,
  part,
  seed: base,
  signal,
}: Context<ErrorParameters>): AsyncGenerator<RunEvent, void, void> {
  const game = soccerGame();
  const edges = unilateralEdges(game.sizes);
  const truth = gains(game, edges);
  const ranking = infiniteAlphaRank(game);
  const agents = marginal(ranking, game.sizes, 0);
  for (let seed = Number(part.id.slice('seeds-'.length)); seed < params.seeds; seed += 2) {
    const sample = evenSample(game, random(base, 'play', seed));
    const rows: Row[] = [];
    for (const n of params.samples) {
      signal.throwIfAborted();
      const found = sample.next(n);
      const pi = infiniteAlphaRank(found);
      const differences = found.payoffs[0].map((payoff, at) => payoff - game.payoffs[0][at]);
      rows.push({
        ...{ n, seed },
        frobenius: Math.sqrt(differences.reduce((sum, value) => sum + value ** 2, 0)),
        mean_error: differences.reduce((sum, value) => sum + Math.abs(value), 0) / differences.length,
        kendall: discordance(agents, marginal(pi, game.sizes, 0)),
        edge_errors: wrongEdges(Int8Array.from(gains(found, edges), Math.sign), truth),
        tv: pi.reduce((sum, value, at) => sum + Math.abs(value - ranking[at]), 0) / 2,
      });
    }
    yield { table: 'ranking_errors', rows };
    yield { progress: Math.min(1, (seed + 1) / params.seeds) };
  }
}
