import { random } from '../../lib/statistics/random.js';

/** Inputs of the problem: the target depends on the first two. */
export const inputs = 4;

/** Standard deviation of the target's noise: the lowest root mean square error there is. */
export const noise = 0.3;

/** var y = ½(1 − e⁻⁸) + ¼ + noise², with var sin(2x) = ½(1 − e⁻⁸) for a standard normal x. */
export const targetVariance = (1 - Math.exp(-8)) / 2 + 1 / 4 + noise ** 2;

/** A regression problem in memory: `x` `[rows, inputs]`, row-major, and `y` `[rows]`. */
export interface LiveRows {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** `x ~ N(0, I₄)`, `y = sin(2 x₁) + ½ x₂ + 0.3 ε`, `ε ~ N(0, 1)`: half of the input is worth forgetting. */
export function liveProblem(rows: number, seed: number): LiveRows {
  const { normal } = random(seed, 'live-problem');
  const x = Float32Array.from({ length: rows * inputs }, normal);
  const y = Float32Array.from(
    { length: rows },
    (_, row) => Math.sin(2 * x[row * inputs]) + x[row * inputs + 1] / 2 + noise * normal(),
  );
  return { x, y };
}
