import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import { bernoulliPlay } from '../../src/papers/multiagent-evaluation/games/bernoulli-play.js';
import { type Game, profileCount } from '../../src/papers/multiagent-evaluation/games/game.js';
import {
  randomConstantSumGame,
  randomSymmetricGame,
} from '../../src/papers/multiagent-evaluation/games/known/random-games.js';
import { soccerGame } from '../../src/papers/multiagent-evaluation/games/known/soccer.js';
import {
  responseGraphBandit,
  wrongEdges,
} from '../../src/papers/multiagent-evaluation/games/response-graph-bandit.js';
import { staticBound } from '../../src/papers/multiagent-evaluation/games/static-bound.js';
import {
  gains,
  leastGap,
  unilateralEdges,
} from '../../src/papers/multiagent-evaluation/games/unilateral-edges.js';
import type { definition } from './complexity.js';

type SampleRow = RowOf<typeof definition.tables.samples.columns>;

/** Runs every scheme, kind of interval and δ on each game of the part. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { game, games, schemes, kinds, deltas, cap, describes } = part.of;
  for (let rep = 0; rep < games; rep++) {
    const played = gameOf(game, params.gap, random(seed, 'game', game, rep));
    const edges = unilateralEdges(played.sizes);
    const truth = gains(played, edges);
    const rows: SampleRow[] = [];
    for (const scheme of schemes)
      for (const conf of kinds)
        for (const delta of deltas) {
          signal.throwIfAborted();
          const source = random(seed, 'run', game, rep, scheme, conf, delta);
          const options = { scheme, kind: conf, delta, slack: params.slack };
          const bandit = responseGraphBandit(played.sizes, bernoulliPlay(played, source), options, source);
          bandit.runTo(cap);
          rows.push({
            game,
            scheme,
            conf,
            delta,
            rep,
            interactions: bandit.interactions,
            edge_errors: wrongEdges(bandit.bestGuess(), truth),
            unresolved: bandit.undecided,
          });
        }
    yield { table: 'samples', rows };
    if (rep < describes) yield { table: 'games', rows: [{ game, rep, ...difficulty(played) }] };
    yield { progress: (rep + 1) / games };
  }
}

function gameOf(name: SampleRow['game'], gap: number, source: Random): Game {
  if (name === 'symmetric') return randomSymmetricGame(source);
  return name === 'random' ? randomConstantSumGame(4, gap, source) : soccerGame();
}

function difficulty(played: Game) {
  const profiles = profileCount(played.sizes);
  const gap = leastGap(played);
  return {
    edges: unilateralEdges(played.sizes).count,
    least_gap: gap,
    static_total: profiles * staticBound({ profiles, players: played.sizes.length, gap, delta: 0.1 }),
  };
}
