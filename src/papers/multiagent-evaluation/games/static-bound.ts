export interface StaticBoundOptions {
  readonly profiles: number;
  readonly players: number;
  /** Δ: the least gap between two payoffs that a deviation compares. */
  readonly gap: number;
  /** δ: how often the graph may be wrong. */
  readonly delta: number;
  /** Width of the interval of all payoffs; 1 where omitted. */
  readonly range?: number;
}

/**
 * How often to sample every profile so that the response graph of the sample means is the true one with probability
 * at least 1 − δ: N ≥ 2 (range/Δ)² ln(2 |S| K / δ), by Hoeffding's inequality for each payoff, Δ/2 off, and the union
 * bound.
 *
 * @throws {RangeError} unless the gap is positive and δ between 0 and 1.
 */
export function staticBound({ profiles, players, gap, delta, range = 1 }: StaticBoundOptions): number {
  if (!(gap > 0)) throw new RangeError(`static bound: the gap ${gap} must be positive`);
  if (!(delta > 0 && delta < 1)) throw new RangeError(`static bound: δ = ${delta} is not between 0 and 1`);
  return Math.ceil(2 * (range / gap) ** 2 * Math.log((2 * profiles * players) / delta));
}
