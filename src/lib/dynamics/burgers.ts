import type { VectorField } from './vector-field.js';

/**
 * Viscous Burgers' equation u_t + (u²/2)_x = ν u_xx on a periodic interval, its values on an even grid being the
 * state: central differences of fourth order in conservation form, so that Σ u is conserved. A fixed step of
 * RK4 is stable up to about 0.5 h²/ν and 2 h/max|u| for a grid spacing h.
 *
 * @param points of the grid, at least five; x_i = i · length/points.
 * @returns field of states `[n, points]`.
 * @throws {RangeError} for fewer points.
 */
export function burgers(points: number, { viscosity = 0.1, length = 2 * Math.PI } = {}): VectorField {
  if (!Number.isInteger(points) || points < 5)
    throw new RangeError(`Burgers' equation on ${points} points: five are needed`);
  const first = points / (12 * length);
  const second = (viscosity * points ** 2) / (12 * length ** 2);
  return (states, slopes) => {
    for (let start = 0; start < states.length; start += points) {
      for (let i = 0; i < points; i++) {
        const a = states[start + (i < 2 ? i - 2 + points : i - 2)];
        const b = states[start + (i < 1 ? i - 1 + points : i - 1)];
        const c = states[start + i];
        const d = states[start + (i + 1 < points ? i + 1 : i + 1 - points)];
        const e = states[start + (i + 2 < points ? i + 2 : i + 2 - points)];
        const flux = (a * a - e * e + 8 * (d * d - b * b)) / 2;
        slopes[start + i] = second * (16 * (b + d) - a - e - 30 * c) - first * flux;
      }
    }
  };
}
