/**
 * The right side of ẋ = f(x), for many states at once: reads `states` `[n, dimension]`, row-major, and writes the
 * derivative of each to `slopes` of the same shape. What depends on time carries it as a coordinate of slope 1.
 */
export type VectorField = (states: Float64Array, slopes: Float64Array) => void;

/** A dynamical system, with what is needed to draw trajectories of it. */
export interface System {
  /** Coordinates of a state. */
  readonly dimension: number;
  readonly field: VectorField;
  /** Low and high end of each coordinate of a random initial state. */
  readonly initial: readonly (readonly [low: number, high: number])[];
  /** What is seen of states `[n, dimension]`: `[n, observables]`. The states themselves where absent. */
  readonly observe?: (states: Float64Array) => Float64Array;
}

/** How many whole states of a dimension there are. @throws {RangeError} unless they fill whole states. */
export function stateCount(states: Float64Array, dimension: number): number {
  const n = states.length / dimension;
  if (!Number.isInteger(dimension) || dimension < 1 || !Number.isInteger(n) || n < 1)
    throw new RangeError(
      `${states.length} coordinates are no whole number of states of dimension ${dimension}`,
    );
  return n;
}
