import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { bernoulliPlay } from '../../src/lib/games/bernoulli-play.js';
import { confidenceKinds, type ConfidenceKind } from '../../src/lib/games/confidence.js';
import { profileCount, type Game } from '../../src/lib/games/game.js';
import { randomConstantSumGame, randomSymmetricGame } from '../../src/lib/games/known/random-games.js';
import { soccerGame } from '../../src/lib/games/known/soccer.js';
import { responseGraphBandit, wrongEdges } from '../../src/lib/games/response-graph-bandit.js';
import { samplingSchemes, type SamplingScheme } from '../../src/lib/games/sampling-scheme.js';
import { staticBound } from '../../src/lib/games/static-bound.js';
import { gains, leastGap, unilateralEdges } from '../../src/lib/games/unilateral-edges.js';
import { random, type Random } from '../../src/lib/statistics/random.js';

/** Runs of every scheme, kind of confidence and δ in each game. */
type Grid = {
  readonly games: number;
  readonly schemes: readonly SamplingScheme[];
  readonly kinds: readonly ConfidenceKind[];
  readonly deltas: readonly number[];
  /** Interactions after which a run gives up. */
  readonly cap: number;
};

export type ComplexityParameters = {
  /** ε of the relaxed kinds. */
  readonly slack: number;
  /** Least gap of the random 4 × 4 games. */
  readonly gap: number;
  /** By part; a part's name begins with its game's. */
  readonly grids: Readonly<Record<string, Grid>>;
};

const adaptive: readonly SamplingScheme[] = ['UE', 'U', 'VW', 'CW'];

const quick: ComplexityParameters = {
  slack: 0.1,
  gap: 0.05,
  grids: {
    symmetric: { games: 40, schemes: ['UE'], kinds: confidenceKinds, deltas: [0.01, 0.05, 0.1, 0.5], cap: 50_000 },
    random: { games: 8, schemes: samplingSchemes, kinds: ['UCB', 'CP-UCB'], deltas: [0.1], cap: 1_000_000 },
    'soccer-relaxed': { games: 2, schemes: adaptive, kinds: ['R-UCB', 'R-CP-UCB'], deltas: [0.1, 0.5], cap: 100_000 },
    'soccer-strict': { games: 1, schemes: ['UE', 'VW'], kinds: ['UCB', 'CP-UCB'], deltas: [0.1], cap: 40_000 },
  },
}; // prettier-ignore

const six = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5];

const full: ComplexityParameters = {
  ...quick,
  grids: {
    symmetric: { games: 200, schemes: adaptive, kinds: confidenceKinds, deltas: six, cap: 50_000 },
    random: { games: 40, schemes: samplingSchemes, kinds: ['UCB', 'CP-UCB'], deltas: [0.1], cap: 1_000_000 },
    'soccer-relaxed': { games: 5, schemes: adaptive, kinds: ['R-UCB', 'R-CP-UCB'], deltas: six, cap: 100_000 },
    'soccer-strict-ue': { games: 5, schemes: ['UE'], kinds: ['UCB', 'CP-UCB'], deltas: six, cap: 100_000 },
    'soccer-strict-u': { games: 5, schemes: ['U'], kinds: ['UCB', 'CP-UCB'], deltas: six, cap: 100_000 },
    'soccer-strict-vw': { games: 5, schemes: ['VW'], kinds: ['UCB', 'CP-UCB'], deltas: six, cap: 100_000 },
    'soccer-strict-cw': { games: 5, schemes: ['CW'], kinds: ['UCB', 'CP-UCB'], deltas: six, cap: 100_000 },
  },
}; // prettier-ignore

const game = {
  type: 'string',
  description: 'symmetric: random 2 × 2; random: random 4 × 4; soccer',
} as const;
const repetition = {
  type: 'int32',
  description: 'number of the random game, or of the run on soccer',
} as const;

export const definition: Definition<ComplexityParameters> = {
  title: 'Interactions until the response graph is known',
  description:
    'ResponseGraphUCB with each sampling scheme and kind of confidence interval, and, for comparison, sampling of all profiles evenly.',
  tables: {
    samples: {
      description: 'One row a run',
      columns: {
        game,
        scheme: { type: 'string', description: 'UE, U, VW, CW, or even: all profiles in turn' },
        conf: { type: 'string', description: 'UCB (Hoeffding), CP-UCB (Clopper–Pearson), R-: relaxed' },
        delta: { type: 'float64', description: 'δ, how often an interval may miss' },
        rep: repetition,
        interactions: { type: 'int32', description: 'games played until all edges were decided, or the cap' },
        edge_errors: { type: 'int32', description: 'edges that point the wrong way in the end' },
        unresolved: { type: 'int32', description: 'edges undecided at the cap, then directed by the means' },
      },
    },
    games: {
      description: 'The games played, and how hard they are',
      columns: {
        game,
        rep: repetition,
        edges: { type: 'int32', description: 'unilateral deviations' },
        least_gap: { type: 'float64', description: 'least gap between two payoffs of an edge' },
        static_total: {
          type: 'float64',
          description: 'games that the static bound asks for, all profiles together, at δ = 0.1',
        },
      },
    },
  },
  profiles: { quick, full },
  seed: 1,
  compute: 'plain',
  parts: ({ grids }) =>
    Object.entries(grids).map(([id, { games, schemes, kinds, deltas, cap }]) => {
      const runs = games * schemes.length * kinds.length * deltas.length;
      return { id, cost: runs * (id.startsWith('soccer-strict') ? cap : 5000) };
    }),
};

export async function* run({
  params,
  part,
  seed,
  signal,
}: Context<ComplexityParameters>): AsyncGenerator<RunEvent, void, void> {
  const { games, schemes, kinds, deltas, cap } = params.grids[part.id];
  const [name] = part.id.split('-');
  for (let rep = 0; rep < games; rep++) {
    const played = gameOf(name, params.gap, random(seed, 'game', name, rep));
    const edges = unilateralEdges(played.sizes);
    const truth = gains(played, edges);
    const rows: Row[] = [];
    for (const scheme of schemes)
      for (const conf of kinds)
        for (const delta of deltas) {
          signal.throwIfAborted();
          const source = random(seed, 'run', name, rep, scheme, conf, delta);
          const options = { scheme, kind: conf, delta, slack: params.slack };
          const bandit = responseGraphBandit(played.sizes, bernoulliPlay(played, source), options, source);
          bandit.runTo(cap);
          rows.push({
            ...{ game: name, scheme, conf, delta, rep },
            interactions: bandit.interactions,
            edge_errors: wrongEdges(bandit.bestGuess(), truth),
            unresolved: bandit.undecided,
          });
        }
    yield { table: 'samples', rows };
    // Every run on soccer has the same game: described once.
    if (
      name !== 'soccer' ||
      (part.id === Object.keys(params.grids).find((id) => id.startsWith(name)) && rep === 0)
    )
      yield { table: 'games', rows: [{ game: name, rep, ...difficulty(played) }] };
    yield { progress: (rep + 1) / games };
  }
}

function gameOf(name: string, gap: number, source: Random): Game {
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
