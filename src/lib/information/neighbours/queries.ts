/** The k nearest other points of each of n points. */
export interface Nearest {
  /** `[n, k]`, row-major, ascending in each row. */
  readonly distances: Float64Array;
  /** Which points they are, `[n, k]`; of equally distant ones any may be named. */
  readonly indices: Uint32Array;
}

/** A set of n points that can be asked for its neighbourhoods. */
export interface Neighbourhoods {
  /**
   * The k nearest other points of each point; a duplicate is another point, at distance zero.
   *
   * @throws {RangeError} unless k is an integer from 1 to n − 1.
   */
  nearest(k: number): Nearest;
  /**
   * How many other points are strictly closer to each point than its radius, `[n]`.
   *
   * @param radii `[n]`
   */
  closer(radii: Float64Array): Uint32Array;
}
