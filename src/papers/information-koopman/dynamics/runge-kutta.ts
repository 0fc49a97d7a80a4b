import { stateCount, type VectorField } from './vector-field.js';

/** Fixed steps, and which of them are kept. */
export interface Sampling {
  /** Δt of one step. */
  readonly step: number;
  /** Steps from one sample to the next; 1 where omitted. */
  readonly every?: number;
  /** Samples dropped at the start, the initial state being the first; 0 where omitted. */
  readonly skip?: number;
  /** Samples kept. */
  readonly samples: number;
}

/** Advances `states` `[n, dimension]` by one step Δt, in place. */
export type Stepper = (states: Float64Array, step: number) => void;

/**
 * The classical Runge–Kutta method of fourth order, for states of `size` coordinates altogether. Its memory is
 * made once and used by every step.
 */
export function rungeKuttaStepper(field: VectorField, size: number): Stepper {
  const slopes = Array.from({ length: 4 }, () => new Float64Array(size));
  const [k1, k2, k3, k4] = slopes;
  const inner = new Float64Array(size);
  return (states, step) => {
    field(states, k1);
    for (let i = 0; i < size; i++) inner[i] = states[i] + (step / 2) * k1[i];
    field(inner, k2);
    for (let i = 0; i < size; i++) inner[i] = states[i] + (step / 2) * k2[i];
    field(inner, k3);
    for (let i = 0; i < size; i++) inner[i] = states[i] + step * k3[i];
    field(inner, k4);
    for (let i = 0; i < size; i++) states[i] += (step / 6) * (k1[i] + 2 * (k2[i] + k3[i]) + k4[i]);
  };
}

/**
 * Trajectories from initial states, by {@link rungeKuttaStepper}.
 *
 * @param initial `[n, dimension]`; left as it is.
 * @returns `[n, samples, dimension]`.
 * @throws {RangeError} if the coordinates do not fill whole states, a count is not an integer in its range, or a
 * state is not finite (the step was too long).
 */
export function rungeKutta(
  field: VectorField,
  initial: Float64Array,
  dimension: number,
  { step, every = 1, skip = 0, samples }: Sampling,
): Float64Array {
  const n = stateCount(initial, dimension);
  const counts = { every, samples, skip: skip + 1 };
  for (const [name, count] of Object.entries(counts))
    if (!Number.isInteger(count) || count < 1)
      throw new RangeError(
        `rungeKutta: ${name} of ${name === 'skip' ? skip : count} steps makes no sampling`,
      );
  const states = initial.slice();
  const advance = rungeKuttaStepper(field, states.length);
  const trajectories = new Float64Array(n * samples * dimension);
  for (let sample = -skip; sample < samples; sample++) {
    if (sample > -skip) for (let i = 0; i < every; i++) advance(states, step);
    if (sample < 0) continue;
    for (let i = 0; i < n; i++)
      trajectories.set(
        states.subarray(i * dimension, (i + 1) * dimension),
        (i * samples + sample) * dimension,
      );
  }
  if (!states.every(Number.isFinite))
    throw new RangeError(`rungeKutta: steps of ${step} are too long, a state is no longer finite`);
  return trajectories;
}
