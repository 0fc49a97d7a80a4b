import type { Random } from '../../../../lib/statistics/random.js';
import { constantSum, type Game } from '../game.js';
import { leastGap } from '../unilateral-edges.js';

/**
 * A symmetric game of two strategies: A uniform on [−1, 1]^{2×2}, M⁰ = (A − Aᵀ)/2, again while |M⁰₀₁| < 0.1, then
 * scaled from [−1, 1] to [0, 1]. All four deviations have the same gap.
 */
export function randomSymmetricGame({ uniform }: Random): Game {
  let payoff: number;
  do {
    payoff = uniform() - uniform(); // (A₀₁ − A₁₀)/2 of two uniforms on [−1, 1]
  } while (Math.abs(payoff) < 0.1);
  return constantSum([
    [0.5, (1 + payoff) / 2],
    [(1 - payoff) / 2, 0.5],
  ]);
}

/**
 * A game of two players with `size` strategies each, the row player's payoffs uniform on [0, 1] and the column
 * player's one minus that, drawn again until no deviation's gap is less than `gap`.
 */
export function randomConstantSumGame(size: number, gap: number, { uniform }: Random): Game {
  for (;;) {
    const rows = Array.from({ length: size }, () => Array.from({ length: size }, uniform));
    const game = constantSum(rows);
    if (leastGap(game) >= gap) return game;
  }
}
