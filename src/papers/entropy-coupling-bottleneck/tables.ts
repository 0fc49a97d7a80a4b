import { float64, int32, oneOf, orNull, type TableSchemas, text } from '../../lib/experiment/column.js';

/** Sources whose codes are looked at rate by rate; the first is that of the paper's figure. */
export const sourceIds = ['three', 'six', 'uniform', 'binomial', 'geometric'] as const;

/** How messages of the game are compressed. */
export const encoderIds = ['greedy', 'uniform'] as const;

const bits = (description: string) => float64(description, 'bits');
const beta = float64('temperature β of the policy');
const ratio = float64('compression ratio H(M) / R');
const encoder = oneOf('greedy; uniform: bins of consecutive messages', encoderIds);

/** The tables of the paper, by name. */
export const tables = {
  encoder: {
    description: 'One row a random source; counts and extremes are over its rates',
    columns: {
      source: int32('number of the source'),
      symbols: int32('symbols of the source'),
      concentration: float64('of the Dirichlet law it was drawn from'),
      entropy: bits('H(X)'),
      rates: int32('rates tried'),
      bound: bits('h(p₂), p₂ the second largest probability: the gap is said not to exceed it'),
      worst_gap: bits('largest min(R, H(X)) − I(X; T) of the greedy code'),
      violations: int32('rates at which the gap exceeds the bound'),
      mean_distance: bits('mean information by which the best deterministic code exceeds the greedy one'),
      equal: int32('rates at which the two are equal'),
      least_slack: bits('least I(X; Y) − [I(X; T) + I(T; Y) − R], Y of a random law, coupled greedily'),
      exceptions: int32('rates at which this is negative'),
    },
  },
  curve: {
    description: 'One row a source, rate and method',
    columns: {
      source: oneOf(
        'three: 0.7, 0.2, 0.1; six: 0.36 … 0.06; uniform on 8; binomial(20, ½); geometric(½) on 21',
        sourceIds,
      ),
      method: oneOf(
        'greedy; optimal: best set partition; moves: set partitions and the moves of Theorem 3; grid: all codes of a coarse grid',
        ['greedy', 'optimal', 'moves', 'grid'],
      ),
      R: bits('rate allowed'),
      H_T: orNull(bits('rate used, H(T); none for the grid')),
      I_XT: bits('information kept, I(X; T)'),
    },
  },
  perturbation: {
    description: 'One row a deterministic code of the source 0.7, 0.2, 0.1 and kind of perturbation',
    columns: {
      code: text('code words of the three symbols'),
      kind: oneOf('one: mass of one symbol is moved; all: of all symbols', ['one', 'all']),
      tried: int32('random perturbations'),
      compared: int32('those whose rate the curve reaches'),
      exceed: int32('those that keep over 1e-6 bits more than the curve'),
      largest_excess: bits('most information above the curve'),
      own_compared: int32('those whose rate the moves of the same code reach'),
      own_exceed: int32('those that keep over 1e-6 bits more than these'),
    },
  },
  joint_entropy: {
    description: 'One row a random pair of marginals, uniform on the simplex',
    columns: {
      size: int32('symbols on either side'),
      pair: int32('number of the pair'),
      independent: bits('joint entropy of the independent coupling'),
      greedy: bits('joint entropy of the greedy coupling'),
      least: bits('larger marginal entropy, below which no joint entropy is'),
    },
  },
  coupling: {
    description: 'Input and output, coupled through a code: one row a cell',
    columns: {
      ratio: float64('compression ratio H(X) / R'),
      rate: bits('rate R'),
      x: int32('input symbol'),
      y: int32('output symbol'),
      mass: float64('joint probability'),
    },
  },
  game: {
    description: 'One row a temperature, ratio, encoder and seed: means over episodes',
    columns: {
      beta,
      ratio,
      encoder,
      seed: int32('number of the seed: messages, actions and slips'),
      rate: bits('rate R allowed'),
      code_rate: bits('rate used, H(T)'),
      words: int32('code words'),
      episodes: int32('episodes played'),
      reward: float64('mean discounted reward'),
      reward_variance: float64('variance of the discounted reward over episodes'),
      accuracy: float64('share of messages guessed right'),
      accuracy_word: float64('share of code words decoded right'),
      information: bits('log₂|M| + mean log₂ of the final belief in the true message'),
      steps: float64('mean length of an episode'),
    },
  },
  belief: {
    description: 'One row a temperature, ratio, encoder and step: means over episodes of all seeds',
    columns: {
      beta,
      ratio,
      encoder,
      step: int32('steps taken; a belief stays as it is when its episode ends'),
      belief_true: float64('belief of the receiver in the true message'),
      belief_word: float64('belief of the receiver in the true code word'),
    },
  },
} satisfies TableSchemas;
