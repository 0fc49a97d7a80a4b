import type { System } from './vector-field.js';

/** ẍ = −δ ẋ + x − x³, without a drive: two wells, at x = ±1, and a saddle between them. States are (x, ẋ). */
export function duffing({ damping = 0.5 } = {}): System {
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
        slopes[at + 1] = -damping * v + x - x * x * x;
      }
    },
  };
}
