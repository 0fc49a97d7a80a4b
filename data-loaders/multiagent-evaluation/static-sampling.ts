import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { profileCount } from '../../src/lib/games/game.js';
import { randomConstantSumGame } from '../../src/lib/games/known/random-games.js';
import { wrongEdges } from '../../src/lib/games/response-graph-bandit.js';
import { evenSample } from '../../src/lib/games/even-sample.js';
import { staticBound } from '../../src/lib/games/static-bound.js';
import { gains, leastGap, unilateralEdges } from '../../src/lib/games/unilateral-edges.js';
import { random } from '../../src/lib/statistics/random.js';

export type StaticSamplingParameters = {
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

export const definition: Definition<StaticSamplingParameters> = {
  title: 'Sampling as often as the static bound asks for, and less',
  description:
    'Random 3 × 3 games, every profile sampled equally often; is the response graph of the means right?',
  tables: {
    static_sampling: {
      description: 'One row a game and number of samples',
      columns: {
        rep: { type: 'int32', description: 'number of the game' },
        gap: { type: 'float64', description: 'least gap of the game' },
        divisor: { type: 'int32', description: 'what the bound was divided by' },
        delta: { type: 'float64', description: 'δ of the bound' },
        samples: { type: 'int32', description: 'samples of each profile' },
        edge_errors: { type: 'int32', description: 'edges that point the wrong way' },
      },
    },
  },
  profiles: { quick, full: { ...quick, games: 2000 } },
  seed: 1,
  compute: 'plain',
  parts: ({ divisors }) => divisors.map((divisor) => ({ id: `divisor-${divisor}`, cost: 1 / divisor })),
};

export async function* run({
  params,
  part,
  seed,
  signal,
}: Context<StaticSamplingParameters>): AsyncGenerator<RunEvent, void, void> {
  const divisor = Number(part.id.slice('divisor-'.length));
  const { delta } = params;
  const rows: Row[] = [];
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
