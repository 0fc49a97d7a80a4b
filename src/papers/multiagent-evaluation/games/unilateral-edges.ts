import { type Game, profileCount, strides } from './game.js';

/** Unordered pairs of profiles that differ in the strategy of one player, as parallel arrays. */
export interface Edges {
  readonly count: number;
  /** The profile with the lower number. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Who deviates. */
  readonly player: Int32Array;
}

/** All unilateral deviations of a game of these sizes, ordered by first profile, then player. */
export function unilateralEdges(sizes: readonly number[]): Edges {
  const profiles = profileCount(sizes);
  const steps = strides(sizes);
  const count = (profiles * sizes.reduce((sum, size) => sum + size - 1, 0)) / 2;
  const edges = {
    count,
    first: new Int32Array(count),
    second: new Int32Array(count),
    player: new Int32Array(count),
  };
  let at = 0;
  for (let profile = 0; profile < profiles; profile++)
    for (let k = 0; k < sizes.length; k++) {
      const own = Math.floor(profile / steps[k]) % sizes[k];
      for (let other = own + 1; other < sizes[k]; other++) {
        edges.first[at] = profile;
        edges.second[at] = profile + (other - own) * steps[k];
        edges.player[at++] = k;
      }
    }
  return edges;
}

/**
 * For each edge, what its player gains by moving from the first to the second profile, `[edges]`: the arrow of the
 * response graph points to the second where it is positive.
 */
export function gains({ payoffs }: Game, { count, first, second, player }: Edges): Float64Array {
  return Float64Array.from(
    { length: count },
    (_, e) => payoffs[player[e]][second[e]] - payoffs[player[e]][first[e]],
  );
}

/** The least gap |gain| over all unilateral deviations: how hard the game's response graph is to get right. */
export function leastGap(game: Game): number {
  return gains(game, unilateralEdges(game.sizes)).reduce(
    (least, gain) => Math.min(least, Math.abs(gain)),
    Infinity,
  );
}
