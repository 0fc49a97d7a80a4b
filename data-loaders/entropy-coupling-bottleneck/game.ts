import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';

type GameParameters = {
  /** Equally likely messages. */
  readonly messages: number;
  /** Places on a side of the grid, and how often a move slips. */
  readonly side: number;
  readonly slip: number;
  readonly discount: number;
  /** Steps after which an episode is cut. */
  readonly horizon: number;
  /** Temperatures of the policy. */
  readonly betas: readonly number[];
  /** H(M) / R. */
  readonly ratios: readonly number[];
  readonly seeds: number;
  /** Episodes a seed. */
  readonly episodes: number;
};

const quick: GameParameters = {
  messages: 128,
  side: 6,
  slip: 0.1,
  discount: 0.95,
  horizon: 60,
  betas: [0.002, 0.005, 0.01, 0.02, 0.03],
  ratios: [1, 2, 3],
  seeds: 2,
  episodes: 100,
};

export const definition = defineExperiment({
  title: 'A Markov coding game',
  description:
    'An agent crosses a slippery grid and tells a compressed message by its moves: what it earns and what the receiver understands.',
  tables: { game: tables.game, belief: tables.belief },
  profiles: {
    quick,
    full: {
      ...quick,
      messages: 512,
      side: 8,
      betas: [0.002, 0.00307, 0.00471, 0.00722, 0.01108, 0.017, 0.02607, 0.04],
      ratios: [1, 1.5, 2, 3, 4.5],
      seeds: 10,
      episodes: 200,
    },
  },
  scale: ({ messages, side, slip, betas, ratios, seeds, episodes }) => ({
    level: 'stand-in',
    data: {
      here: `${messages} messages, on a grid of ${side} × ${side} of our own, where ${100 * slip} % of moves slip`,
      paper: '512 messages, on a noisy grid whose size and rewards could not be read',
    },
    model: `the policy of largest entropy, at ${betas.length} temperatures and ${ratios.length} ratios`,
    training: 'none: soft value iteration',
    repetitions: { here: `${seeds} seeds of ${episodes} episodes`, paper: '200 episodes a point' },
  }),
  seed: 1,
  compute: 'plain',
  parts: ({ betas }) => betas.map((beta) => ({ id: `beta-${beta}`, of: { beta } })),
});
