import type { Random } from '../../../lib/statistics/random.js';
import { checkGame, type Game } from './game.js';

/** Plays a profile once and writes each player's payoff, `[K]`. */
export type Play = (profile: number, payoffs: Float64Array) => void;

/**
 * Games whose outcomes are won or lost: each payoff is 1 with the probability that is its mean, else 0. Where two
 * players' payoffs add up to 1, one of them wins; otherwise each payoff is drawn by itself.
 *
 * @throws {RangeError} where a mean is not between 0 and 1.
 */
export function bernoulliPlay(game: Game, { uniform }: Random): Play {
  checkGame(game);
  if (game.payoffs.some((table) => table.some((p) => p < 0 || p > 1)))
    throw new RangeError('Bernoulli payoffs need means between 0 and 1');
  const [first, second] = game.payoffs;
  const contest =
    game.sizes.length === 2 && first.every((p, profile) => Math.abs(p + second[profile] - 1) < 1e-12);
  if (contest)
    return (profile, payoffs) => {
      payoffs[0] = uniform() < first[profile] ? 1 : 0;
      payoffs[1] = 1 - payoffs[0];
    };
  return (profile, payoffs) => {
    for (let k = 0; k < payoffs.length; k++) payoffs[k] = uniform() < game.payoffs[k][profile] ? 1 : 0;
  };
}
