import type { Random } from '../../../lib/statistics/random.js';
import { bernoulliPlay } from './bernoulli-play.js';
import { type Game, profileCount } from './game.js';

/** A game estimated by playing every profile equally often. */
export interface EvenSample {
  /** Plays on until every profile has been played so often in all; returns the mean payoffs. */
  next(samples: number): Game;
}

/** Estimates a game of Bernoulli payoffs, more and more closely. */
export function evenSample(game: Game, source: Random): EvenSample {
  const play = bernoulliPlay(game, source);
  const sums = game.payoffs.map((table) => new Float64Array(table.length));
  const outcome = new Float64Array(game.sizes.length);
  const profiles = profileCount(game.sizes);
  let played = 0;
  return {
    next(samples) {
      for (; played < samples; played++)
        for (let profile = 0; profile < profiles; profile++) {
          play(profile, outcome);
          for (let k = 0; k < outcome.length; k++) sums[k][profile] += outcome[k];
        }
      return { sizes: game.sizes, payoffs: sums.map((table) => table.map((sum) => sum / played)) };
    },
  };
}
