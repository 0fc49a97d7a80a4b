import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { random } from '../../src/lib/statistics/random.js';
import { infiniteAlphaRank } from '../../src/papers/multiagent-evaluation/games/alpha-rank.js';
import { discordance } from '../../src/papers/multiagent-evaluation/games/discordance.js';
import { evenSample } from '../../src/papers/multiagent-evaluation/games/even-sample.js';
import { marginal } from '../../src/papers/multiagent-evaluation/games/game.js';
import { soccerGame } from '../../src/papers/multiagent-evaluation/games/known/soccer.js';
import { wrongEdges } from '../../src/papers/multiagent-evaluation/games/response-graph-bandit.js';
import { gains, unilateralEdges } from '../../src/papers/multiagent-evaluation/games/unilateral-edges.js';
import type { definition } from './errors.js';

type ErrorRow = RowOf<typeof definition.tables.ranking_errors.columns>;

/** Ranks the soccer agents from more and more games, once a seed of the part. */
export async function* run({
  params,
  part,
  seed: base,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const game = soccerGame();
  const edges = unilateralEdges(game.sizes);
  const truth = gains(game, edges);
  const ranking = infiniteAlphaRank(game);
  const agents = marginal(ranking, game.sizes, 0);
  for (const seed of part.of.seeds) {
    const sample = evenSample(game, random(base, 'play', seed));
    const rows: ErrorRow[] = [];
    for (const n of params.samples) {
      signal.throwIfAborted();
      const found = sample.next(n);
      const pi = infiniteAlphaRank(found);
      const differences = found.payoffs[0].map((payoff, index) => payoff - game.payoffs[0][index]);
      rows.push({
        n,
        seed,
        frobenius: Math.sqrt(differences.reduce((sum, value) => sum + value ** 2, 0)),
        mean_error: differences.reduce((sum, value) => sum + Math.abs(value), 0) / differences.length,
        kendall: discordance(agents, marginal(pi, game.sizes, 0)),
        edge_errors: wrongEdges(Int8Array.from(gains(found, edges), Math.sign), truth),
        tv: pi.reduce((sum, value, index) => sum + Math.abs(value - ranking[index]), 0) / 2,
      });
    }
    yield { table: 'ranking_errors', rows };
    yield { progress: Math.min(1, (seed + 1) / params.seeds) };
  }
}
