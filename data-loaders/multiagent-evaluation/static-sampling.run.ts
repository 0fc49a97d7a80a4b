import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { random } from '../../src/lib/statistics/random.js';
import { evenSample } from '../../src/papers/multiagent-evaluation/games/even-sample.js';
import { profileCount } from '../../src/papers/multiagent-evaluation/games/game.js';
import { randomConstantSumGame } from '../../src/papers/multiagent-evaluation/games/known/random-games.js';
import { wrongEdges } from '../../src/papers/multiagent-evaluation/games/response-graph-bandit.js';
import { staticBound } from '../../src/papers/multiagent-evaluation/games/static-bound.js';
import {
  gains,
  leastGap,
  unilateralEdges,
} from '../../src/papers/multiagent-evaluation/games/unilateral-edges.js';
import type { definition } from './static-sampling.js';

type SamplingRow = RowOf<typeof definition.tables.static_sampling.columns>;

/** Samples every profile of random games as often as the bound over the part's divisor. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { divisor } = part.of;
  const { delta } = params;
  const rows: SamplingRow[] = [];
  for (let rep = 0; rep < params.games; rep++) {
    signal.throwIfAborted();
    const game = randomConstantSumGame(params.size, params.gap, random(seed, 'game', rep));
    const edges = unilateralEdges(game.sizes);
    const gap = leastGap(game);
    const bound = staticBound({ profiles: profileCount(game.sizes), players: game.sizes.length, gap, delta });
    const samples = Math.ceil(bound / divisor);
    const sampled = evenSample(game, random(seed, 'play', divisor, rep)).next(samples);
    const directions = Int8Array.from(gains(sampled, edges), (gain) => (gain < 0 ? -1 : 1));
    rows.push({ rep, gap, divisor, delta, samples, edge_errors: wrongEdges(directions, gains(game, edges)) });
    if (rep % 20 === 0) yield { progress: rep / params.games };
  }
  yield { table: 'static_sampling', rows };
}
