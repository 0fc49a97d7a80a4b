import { constantSum, type Game } from '../game.js';

/** P(i beats j) for i < j, row by row: OpenSpiel's `response_graph_ucb/soccer.txt` (Apache-2.0), to five digits. */
const upper = [
  [0.43675, 0.69056, 0.49475, 0.38131, 0.58668, 0.56436, 0.48773, 0.25441, 0.42664],
  [0.61654, 0.51904, 0.51321, 0.52943, 0.60319, 0.42515, 0.55859, 0.36846],
  [0.37625, 0.37828, 0.31441, 0.39404, 0.22612, 0.4171, 0.18192],
  [0.49605, 0.51312, 0.58104, 0.38828, 0.55169, 0.3419],
  [0.60133, 0.66209, 0.50968, 0.54126, 0.44344],
  [0.5283, 0.31484, 0.23636, 0.39519],
  [0.32365, 0.1911, 0.36385],
  [0.32025, 0.41368],
  [0.70746],
] as const;

/**
 * Ten agents trained to play soccer two against two in a physics simulator (S. Liu et al., "Emergent coordination
 * through competition", ICLR 2019): the probability that the row's agent beats the column's, `[10, 10]`.
 */
export const soccerWins: Float64Array = Float64Array.from({ length: 100 }, (_, at) => {
  const [i, j] = [Math.floor(at / 10), at % 10];
  if (i === j) return 0.5;
  return i < j ? upper[i][j - i - 1] : 1 - upper[j][i - j - 1];
});

/** The meta-game of choosing an agent, payoffs scaled so that the least is 0 and the greatest 1. */
export function soccerGame(): Game {
  const least = soccerWins.reduce((a, b) => Math.min(a, b));
  const scaled = Array.from(soccerWins, (p) => (p - least) / (1 - 2 * least));
  return constantSum(Array.from({ length: 10 }, (_, i) => scaled.slice(10 * i, 10 * i + 10)));
}
