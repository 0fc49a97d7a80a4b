import type { System } from './vector-field.js';

/**
 * θ̈ = −sin θ, with states (θ, ω) of which (sin θ, cos θ, ω) is seen: what the angle is modulo 2π. Its energy
 * ω²/2 − cos θ is conserved.
 */
export const pendulum: System = {
  dimension: 2,
  initial: [
    [-2, 2],
    [-1, 1],
  ],
  field(states, slopes) {
    for (let at = 0; at < states.length; at += 2) {
      slopes[at] = states[at + 1];
      slopes[at + 1] = -Math.sin(states[at]);
    }
  },
  observe(states) {
    const seen = new Float64Array((states.length / 2) * 3);
    for (let at = 0, to = 0; at < states.length; at += 2) {
      seen[to++] = Math.sin(states[at]);
      seen[to++] = Math.cos(states[at]);
      seen[to++] = states[at + 1];
    }
    return seen;
  },
};
