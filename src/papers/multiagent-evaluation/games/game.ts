/**
 * A game in normal form: K players, each with strategies 0, 1, …; a profile is one strategy of each. Profiles are
 * numbered row by row, the last player's strategy running fastest.
 */
export interface Game {
  /** Strategies of each player, `[K]`. */
  readonly sizes: readonly number[];
  /** Mean payoff of each player at each profile, K arrays `[profiles]`. */
  readonly payoffs: readonly Float64Array[];
}

/** How many profiles there are. */
export function profileCount(sizes: readonly number[]): number {
  return sizes.reduce((product, size) => product * size, 1);
}

/** The distance, in numbers of profiles, between two neighbouring strategies of each player, `[K]`. */
export function strides(sizes: readonly number[]): number[] {
  const steps: number[] = [];
  for (let k = sizes.length - 1, step = 1; k >= 0; step *= sizes[k--]) steps[k] = step;
  return steps;
}

/** The strategies of a profile, `[K]`. */
export function strategiesOf(profile: number, sizes: readonly number[]): number[] {
  return strides(sizes).map((stride, k) => Math.floor(profile / stride) % sizes[k]);
}

/**
 * A two-player game in which what one wins the other loses: payoffs p of the row player and `total` − p.
 *
 * @param rows payoffs of the row player, row by row
 */
export function constantSum(rows: readonly (readonly number[])[], total = 1): Game {
  const first = Float64Array.from(rows.flat());
  return { sizes: [rows.length, rows[0].length], payoffs: [first, first.map((p) => total - p)] };
}

/**
 * How much of a distribution over profiles each strategy of a player has.
 *
 * @param mass `[profiles]` @returns `[strategies of the player]`
 */
export function marginal(mass: Float64Array, sizes: readonly number[], player: number): Float64Array {
  const stride = strides(sizes)[player];
  const sums = new Float64Array(sizes[player]);
  mass.forEach((value, profile) => {
    sums[Math.floor(profile / stride) % sizes[player]] += value;
  });
  return sums;
}

/** Refuses what is no game. @throws {RangeError} where the arrays do not fit the sizes, or a payoff is not finite. */
export function checkGame({ sizes, payoffs }: Game): void {
  if (sizes.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new RangeError(`a game of sizes ${sizes.join(' × ')}: each must be a positive integer`);
  const count = profileCount(sizes);
  if (payoffs.length !== sizes.length || payoffs.some((table) => table.length !== count))
    throw new RangeError(`a game of ${sizes.length} players needs as many tables of ${count} payoffs`);
  if (payoffs.some((table) => table.some((value) => !Number.isFinite(value))))
    throw new RangeError('a payoff is not finite');
}
