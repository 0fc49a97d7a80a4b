import fc from 'fast-check';

/** Paired points: coordinates of `count` points of the plane and a scalar for each. */
export const pairedPoints = fc.integer({ min: 3, max: 12 }).chain((count) =>
  fc.record({
    points: coordinates(2 * count),
    scalars: coordinates(count),
    others: coordinates(count),
    seed: fc.integer(),
  }),
);

function coordinates(length: number) {
  return fc
    .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: length, maxLength: length })
    .map((values) => Float64Array.from(values));
}

/** The points in another order. */
export function permute(points: Float64Array, dimension: number, order: Uint32Array): Float64Array {
  return points.map((_, at) => points[order[Math.floor(at / dimension)] * dimension + (at % dimension)]);
}

/** Central differences of a function of many variables. */
export function centralDifferences(
  f: (at: Float64Array) => number,
  at: Float64Array,
  step = 1e-5,
): Float64Array {
  return at.map((_, i) => {
    const moved = (by: number) => f(at.map((value, k) => (k === i ? value + by : value)));
    return (moved(step) - moved(-step)) / (2 * step);
  });
}
