import { constantSum, type Game } from '../game.js';

/** Rock, paper, scissors: payoffs −1, 0, 1 of the row player, `[3, 3]`. */
export const rockPaperScissors: Float64Array = Float64Array.of(0, -1, 1, 1, 0, -1, -1, 1, 0);

/** A variant without symmetry, from OpenSpiel's examples: `[3, 3]`. */
export const biasedRockPaperScissors: Float64Array = Float64Array.of(0, -0.5, 1, 0.5, 0, -0.1, -1, 0.1, 0);

/** Matching pennies with unequal stakes: no profile that nobody wants to leave, payoffs in [0, 1]. */
export function cyclicGame(): Game {
  return constantSum([
    [0.9, 0.2],
    [0.3, 0.8],
  ]);
}
