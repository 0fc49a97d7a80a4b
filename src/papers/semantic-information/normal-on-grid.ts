/**
 * Logarithms (natural) of a normal law on a grid, normalised so that the probabilities sum to 1 there. Written into
 * `into` from `offset` on.
 *
 * The exponents are taken relative to the largest, so that a mean far off the grid does no harm.
 */
export function logNormalOnGrid(
  grid: Float64Array,
  mean: number,
  deviation: number,
  into = new Float64Array(grid.length),
  offset = 0,
): Float64Array {
  let largest = -Infinity;
  for (let x = 0; x < grid.length; x++) {
    const exponent = -0.5 * ((grid[x] - mean) / deviation) ** 2;
    into[offset + x] = exponent;
    largest = Math.max(largest, exponent);
  }
  let sum = 0;
  for (let x = 0; x < grid.length; x++) sum += Math.exp(into[offset + x] - largest);
  const scale = largest + Math.log(sum);
  for (let x = 0; x < grid.length; x++) into[offset + x] -= scale;
  return into;
}

/** The numbers 0, 1, …, last. */
export function integerGrid(last: number): Float64Array {
  return Float64Array.from({ length: last + 1 }, (_, x) => x);
}

/** A normal law on a grid, as probabilities that sum to 1. */
export function normalOnGrid(grid: Float64Array, mean: number, deviation: number): Float64Array {
  return logNormalOnGrid(grid, mean, deviation).map(Math.exp);
}
