import { float64, int32, oneOf, type TableSchemas, text } from '../../lib/experiment/column.js';
import { confidenceKinds } from './games/confidence.js';
import { samplingSchemes } from './games/sampling-scheme.js';

const game = oneOf('symmetric: random 2 × 2; random: random 4 × 4; soccer', [
  'symmetric',
  'random',
  'soccer',
]);
const repetition = int32('number of the random game, or of the run on soccer');
const rated = oneOf('game that is rated', ['rock-paper-scissors', 'biased', 'soccer']);
const strategy = text('move or agent');

/** The tables of the paper, by name. */
export const tables = {
  samples: {
    description: 'One row a run',
    columns: {
      game,
      scheme: oneOf('UE, U, VW, CW, or even: all profiles in turn', samplingSchemes),
      conf: oneOf('UCB (Hoeffding), CP-UCB (Clopper–Pearson), R-: relaxed', confidenceKinds),
      delta: float64('δ, how often an interval may miss'),
      rep: repetition,
      interactions: int32('games played until all edges were decided, or the cap'),
      edge_errors: int32('edges that point the wrong way in the end'),
      unresolved: int32('edges undecided at the cap, then directed by the means'),
    },
  },
  games: {
    description: 'The games played, and how hard they are',
    columns: {
      game,
      rep: repetition,
      edges: int32('unilateral deviations'),
      least_gap: float64('least gap between two payoffs of an edge'),
      static_total: float64('games that the static bound asks for, all profiles together, at δ = 0.1'),
    },
  },
  ranking_errors: {
    description: 'One row a number of samples and a seed',
    columns: {
      n: int32('samples of each profile'),
      seed: int32('number of the run'),
      frobenius: float64('Frobenius norm of the error of the 10 × 10 payoff table'),
      mean_error: float64('mean absolute error of a payoff'),
      kendall: float64('share of the 45 pairs of agents that are ranked the other way round'),
      edge_errors: int32('edges of the response graph that point the wrong way, of 900'),
      tv: float64('total variation distance of the two α-Ranks over profiles'),
    },
  },
  intervals: {
    description: 'One row a profile of a game at a stop',
    columns: {
      game: int32('number of the random 3 × 3 game'),
      interactions: int32('games played, at most: fewer where all edges were decided'),
      profile: text('strategies of the row and the column player'),
      lo: float64('least α-Rank over all directions of undecided edges'),
      hi: float64('greatest α-Rank'),
      pi: float64('α-Rank of the true game'),
      undecided: int32('undecided edges of the game, of 18'),
      wrong: int32('decided edges that point the wrong way'),
      delta: float64('δ of the payoff intervals'),
    },
  },
  ratings: {
    description: 'One row a strategy',
    columns: {
      game: rated,
      strategy,
      elo: float64('Elo rating of maximum likelihood', 'points'),
      pi: float64('α-Rank; of soccer the row player’s share at infinite α'),
      misfit: float64('largest distance between a win probability by Elo and the true one, over opponents'),
    },
  },
  alpha_sweep: {
    description: 'α-Rank at each α: of one population, m = 50; of soccer the row player’s share',
    columns: { game: rated, alpha: float64('α'), strategy, pi: float64('α-Rank') },
  },
  soccer_gaps: {
    description: 'The edges of the response graph of soccer',
    columns: { gap: float64('gap between the two scaled payoffs of the edge') },
  },
  static_sampling: {
    description: 'One row a game and number of samples',
    columns: {
      rep: int32('number of the game'),
      gap: float64('least gap of the game'),
      divisor: int32('what the bound was divided by'),
      delta: float64('δ of the bound'),
      samples: int32('samples of each profile'),
      edge_errors: int32('edges that point the wrong way'),
    },
  },
} satisfies TableSchemas;
