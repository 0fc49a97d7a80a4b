import { rungeKuttaStepper } from '../../src/papers/information-koopman/dynamics/runge-kutta.js';
import type { VectorField } from '../../src/papers/information-koopman/dynamics/vector-field.js';

/** How far the neighbour is put from the trajectory, in units of the state. */
const separation = 1e-8;

/**
 * Largest Lyapunov exponent: the mean rate at which a neighbour moves away from a trajectory, put back to a small
 * distance after every interval (G. Benettin, L. Galgani, J. Strelcyn, *Phys. Rev. A* 14, 1976). Fixed steps of RK4.
 *
 * @param initial one state, on the attractor.
 * @param step Δt; @param every steps from one renormalisation to the next; @param intervals how many of them count; as
 * many as a twentieth of them are run before, so that the neighbour turns to the direction of fastest growth.
 * @returns per unit of time.
 */
export function largestLyapunovExponent(
  field: VectorField,
  initial: Float64Array,
  { step, every, intervals }: { readonly step: number; readonly every: number; readonly intervals: number },
): number {
  const d = initial.length;
  const both = new Float64Array(2 * d);
  both.set(initial);
  // Off in every coordinate: one alone may be a direction that does not grow.
  both.set(
    initial.map((value) => value + separation / Math.sqrt(d)),
    d,
  );
  const advance = rungeKuttaStepper(field, 2 * d);
  let growth = 0;
  for (let interval = -Math.ceil(intervals / 20); interval < intervals; interval++) {
    for (let i = 0; i < every; i++) advance(both, step);
    let squares = 0;
    for (let c = 0; c < d; c++) squares += (both[d + c] - both[c]) ** 2;
    const stretch = Math.sqrt(squares) / separation;
    if (interval >= 0) growth += Math.log(stretch);
    for (let c = 0; c < d; c++) both[d + c] = both[c] + (both[d + c] - both[c]) / stretch;
  }
  return growth / (intervals * every * step);
}
