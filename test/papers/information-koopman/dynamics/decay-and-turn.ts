/** ẋ = −x beside a harmonic oscillator (y, ẏ) of frequency 2: what both integrators are measured by. */
export const decayAndTurn = (states: Float64Array, slopes: Float64Array): void => {
  for (let at = 0; at < states.length; at += 3) {
    slopes[at] = -states[at];
    slopes[at + 1] = states[at + 2];
    slopes[at + 2] = -4 * states[at + 1];
  }
};

/** Its solution from (1, 1, 0). */
export const exactDecayAndTurn = (t: number): number[] => [
  Math.exp(-t),
  Math.cos(2 * t),
  -2 * Math.sin(2 * t),
];
