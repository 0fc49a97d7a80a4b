import type { Random } from '../../lib/statistics/random.js';

/**
 * A draw from the Laplace law with mean 0: density exp(−|x|/b) / 2b, standard deviation √2 b, as an exponential
 * of either sign.
 *
 * @param scale b ≥ 0; 0 gives 0.
 */
export function laplace({ uniform }: Random, scale: number): number {
  const size = -scale * Math.log(1 - uniform());
  return uniform() < 0.5 ? size : -size;
}
