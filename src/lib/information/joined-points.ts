import { countPoints } from './gaussian-kernel.js';

/** A variable's sample: `[n, dimension]`, row-major. */
export interface Points {
  readonly points: Float64Array;
  readonly dimension: number;
}

/**
 * Variables observed together, as one of all their coordinates, `[n, Σ dimension]`.
 *
 * @throws {RangeError} if coordinates do not fill whole points, or the variables have not the same number of them.
 */
export function joinedPoints(variables: readonly Points[]): Points {
  const dimension = variables.reduce((sum, variable) => sum + variable.dimension, 0);
  const counts = variables.map((variable) => countPoints(variable.points, variable.dimension));
  const n = counts[0];
  const other = counts.findIndex((count) => count !== n);
  if (other > 0)
    throw new RangeError(`${n} points of variable 0 but ${counts[other]} of variable ${other}: pair them`);
  const points = new Float64Array(n * dimension);
  let offset = 0;
  for (const variable of variables) {
    for (let i = 0; i < n; i++)
      for (let c = 0; c < variable.dimension; c++)
        points[i * dimension + offset + c] = variable.points[i * variable.dimension + c];
    offset += variable.dimension;
  }
  return { points, dimension };
}
