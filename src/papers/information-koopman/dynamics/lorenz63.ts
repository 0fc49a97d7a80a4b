import type { System } from './vector-field.js';

/** Largest Lyapunov exponent at the usual parameters, per unit of time (J. Sprott, *Chaos and Time-Series Analysis*, 2003). */
export const lorenz63Exponent = 0.9056;

/**
 * ẋ = σ (y − x), ẏ = x (ρ − z) − y, ż = x y − β z (E. Lorenz, *J. Atmos. Sci.* 20, 1963). Initial states are
 * drawn from a box about the attractor, and are not on it.
 */
export function lorenz63({ sigma = 10, rho = 28, beta = 8 / 3 } = {}): System {
  return {
    dimension: 3,
    initial: [
      [-15, 15],
      [-15, 15],
      [10, 40],
    ],
    field(states, slopes) {
      for (let at = 0; at < states.length; at += 3) {
        const x = states[at];
        const y = states[at + 1];
        const z = states[at + 2];
        slopes[at] = sigma * (y - x);
        slopes[at + 1] = x * (rho - z) - y;
        slopes[at + 2] = x * y - beta * z;
      }
    },
  };
}
