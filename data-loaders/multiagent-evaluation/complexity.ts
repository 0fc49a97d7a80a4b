import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import {
  type ConfidenceKind,
  confidenceKinds,
} from '../../src/papers/multiagent-evaluation/games/confidence.js';
import {
  type SamplingScheme,
  samplingSchemes,
} from '../../src/papers/multiagent-evaluation/games/sampling-scheme.js';
import { tables } from '../../src/papers/multiagent-evaluation/tables.js';

/** Runs of every scheme, kind of confidence and δ in each game. */
type Grid = {
  readonly games: number;
  readonly schemes: readonly SamplingScheme[];
  readonly kinds: readonly ConfidenceKind[];
  readonly deltas: readonly number[];
  /** Interactions after which a run gives up. */
  readonly cap: number;
};

type ComplexityParameters = {
  /** ε of the relaxed kinds. */
  readonly slack: number;
  /** Least gap of the random 4 × 4 games. */
  readonly gap: number;
  /** By part, whose name begins with its game's. */
  readonly grids: Readonly<Record<string, Grid>>;
};

const adaptive: readonly SamplingScheme[] = ['UE', 'U', 'VW', 'CW'];
const strict: readonly ConfidenceKind[] = ['UCB', 'CP-UCB'];
const relaxed: readonly ConfidenceKind[] = ['R-UCB', 'R-CP-UCB'];

const quick: ComplexityParameters = {
  slack: 0.1,
  gap: 0.05,
  grids: {
    symmetric: {
      games: 40,
      schemes: ['UE'],
      kinds: confidenceKinds,
      deltas: [0.01, 0.05, 0.1, 0.5],
      cap: 50_000,
    },
    random: { games: 8, schemes: samplingSchemes, kinds: strict, deltas: [0.1], cap: 1_000_000 },
    'soccer-relaxed': {
      games: 2,
      schemes: adaptive,
      kinds: relaxed,
      deltas: [0.1, 0.5],
      cap: 100_000,
    },
    'soccer-strict': {
      games: 1,
      schemes: ['UE', 'VW'],
      kinds: strict,
      deltas: [0.1],
      cap: 40_000,
    },
  },
};

const six = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5];

const gameNames = tables.games.columns.game.values;

/** Strict runs on soccer are long: a part a scheme. */
const strictSoccer = (scheme: SamplingScheme): Grid => ({
  games: 5,
  schemes: [scheme],
  kinds: strict,
  deltas: six,
  cap: 100_000,
});

const full: ComplexityParameters = {
  ...quick,
  grids: {
    symmetric: { ...quick.grids.symmetric, games: 200, schemes: adaptive, deltas: six },
    random: { ...quick.grids.random, games: 40 },
    'soccer-relaxed': { ...quick.grids['soccer-relaxed'], games: 5, deltas: six },
    'soccer-strict-ue': strictSoccer('UE'),
    'soccer-strict-u': strictSoccer('U'),
    'soccer-strict-vw': strictSoccer('VW'),
    'soccer-strict-cw': strictSoccer('CW'),
  },
};

export const definition = defineExperiment({
  title: 'Interactions until the response graph is known',
  description:
    'ResponseGraphUCB with each sampling scheme and kind of confidence interval, and, for comparison, sampling of all profiles evenly.',
  tables: { samples: tables.samples, games: tables.games },
  profiles: { quick, full },
  scale({ grids }) {
    const repetitions = (name: string) =>
      Math.min(...Object.entries(grids).flatMap(([id, { games }]) => (id.startsWith(name) ? games : [])));
    return {
      level: 'reduced',
      data: {
        here: 'random 2 × 2 and 4 × 4 games, and ten soccer agents',
        paper: 'a 2 × 2 game, ten soccer agents, three-player Kuhn poker',
      },
      model: 'the schemes and intervals of the released code',
      training: 'none',
      repetitions: {
        here: `${repetitions('symmetric')} and ${repetitions('random')} games, ${repetitions('soccer')} on soccer`,
        paper: '20, and 5 on soccer (released script)',
      },
    };
  },
  seed: 1,
  compute: 'plain',
  parts({ grids }) {
    const described = new Set<string>();
    return Object.entries(grids).map(([id, grid]) => {
      const { games, schemes, kinds, deltas, cap } = grid;
      const game = gameNames.find((name) => id.startsWith(name))!;
      const runs = games * schemes.length * kinds.length * deltas.length;
      // Every run on soccer has the same game, which its first part describes once.
      const describes = game !== 'soccer' ? games : described.has(game) ? 0 : 1;
      described.add(game);
      return {
        id,
        cost: runs * (id.startsWith('soccer-strict') ? cap : 5000),
        of: { ...grid, game, describes },
      };
    });
  },
});
