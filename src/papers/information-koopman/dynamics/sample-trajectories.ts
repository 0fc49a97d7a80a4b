import { random } from '../../../lib/statistics/random.js';
import { rungeKutta, type Sampling } from './runge-kutta.js';
import type { System } from './vector-field.js';

/**
 * Random initial states, uniform on the system's box. State i depends on the seed and i alone, so more of them
 * leave the first ones as they are.
 *
 * @returns `[count, dimension]`.
 */
export function initialStates({ initial, dimension }: System, count: number, seed: number): Float64Array {
  const states = new Float64Array(count * dimension);
  for (let i = 0; i < count; i++) {
    const { uniform } = random(seed, 'initial state', i);
    initial.forEach(([low, high], c) => (states[i * dimension + c] = low + (high - low) * uniform()));
  }
  return states;
}

/**
 * What is seen of trajectories from random initial states, by fixed steps of RK4.
 *
 * @returns `[count, samples, observables]`.
 * @throws {RangeError} as {@link rungeKutta}.
 */
export function sampleTrajectories(
  system: System,
  { count, seed, ...sampling }: Sampling & { readonly count: number; readonly seed: number },
): Float64Array {
  const states = rungeKutta(system.field, initialStates(system, count, seed), system.dimension, sampling);
  return system.observe ? system.observe(states) : states;
}
