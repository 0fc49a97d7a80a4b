import { random } from '../../src/lib/statistics/random.js';

const dimension = 8;

/**
 * A regression problem with a known noise: `x ~ N(0, I_8)`,
 * `y = sin(2 wᵀx) + ½ tanh(2 vᵀx) + 0.3 ε`, `ε ~ N(0, 1)`, with directions `w, v ~ N(0, I/8)` drawn once.
 *
 * @returns `x` `[rows, 8]`, row-major, and `y` `[rows]`
 */
export function syntheticRegression(rows: number, seed: number): { x: Float32Array; y: Float32Array } {
  const { normal } = random(seed, 'synthetic');
  const direction = () => Float64Array.from({ length: dimension }, () => normal() / Math.sqrt(dimension));
  const w = direction();
  const v = direction();
  const x = new Float32Array(rows * dimension);
  const y = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    let alongW = 0;
    let alongV = 0;
    for (let i = 0; i < dimension; i++) {
      const value = normal();
      x[row * dimension + i] = value;
      alongW += w[i] * value;
      alongV += v[i] * value;
    }
    y[row] = Math.sin(2 * alongW) + 0.5 * Math.tanh(2 * alongV) + 0.3 * normal();
  }
  return { x, y };
}
