import type { System } from './vector-field.js';

/** ẍ = μ (1 − x²) ẋ − x: every state but the origin runs onto one limit cycle. States are (x, ẋ). */
export function vanDerPol({ mu = 1 } = {}): System {
  return {
    dimension: 2,
    initial: [
      [-2, 2],
      [-1, 1],
    ],
    field(states, slopes) {
      for (let at = 0; at < states.length; at += 2) {
        const x = states[at];
        const v = states[at + 1];
        slopes[at] = v;
        slopes[at + 1] = mu * (1 - x * x) * v - x;
      }
    },
  };
}
