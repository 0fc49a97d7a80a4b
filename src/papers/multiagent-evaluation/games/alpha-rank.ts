import { checkGame, type Game, profileCount } from './game.js';
import { stationaryDistribution, stationaryFromLogarithms } from './stationary-distribution.js';
import { gains, unilateralEdges } from './unilateral-edges.js';

/** Gains that differ by less count as tied, as in OpenSpiel. */
const tie = 1e-14;

/** Individuals in each player's population, m, as in OpenSpiel. */
export const defaultPopulation = 50;

/**
 * The probability that a mutant takes over a population of m, ρ = (1 − e^{−u}) / (1 − e^{−mu}) and 1/m at u = 0, as
 * its logarithm: it falls like e^{(m − 1) u} where the mutant does worse.
 *
 * @param advantage u = α × (payoff of the mutant − payoff of the population)
 */
export function logFixation(advantage: number, population: number): number {
  const [u, m] = [advantage, population];
  if (Math.abs(u) < tie) return -Math.log(m);
  // Numerator and denominator times e^u and e^{mu} where u < 0: neither overflows.
  return u > 0
    ? Math.log(Math.expm1(-u) / Math.expm1(-m * u))
    : (m - 1) * u + Math.log(Math.expm1(u) / Math.expm1(m * u));
}

export interface AlphaRankOptions {
  /** Ranking intensity α. */
  readonly alpha: number;
  /** m; 50 where omitted. */
  readonly population?: number;
}

/**
 * α-Rank: the share of time that a random walk over profiles spends at each (S. Omidshafiei et al., *Scientific
 * Reports* 9, 2019). At each step one unilateral deviation is proposed, all with equal probability, and taken with
 * the probability that its strategy takes over its player's population, {@link logFixation}.
 *
 * @returns the stationary distribution π, `[profiles]`
 * @throws {RangeError} for a game that is not one, a single profile, or α that is not positive and finite.
 */
export function alphaRank(
  game: Game,
  { alpha, population = defaultPopulation }: AlphaRankOptions,
): Float64Array {
  checkGame(game);
  if (!(alpha > 0 && Number.isFinite(alpha)))
    throw new RangeError(`α-Rank: α = ${alpha} is not positive and finite`);
  const edges = unilateralEdges(game.sizes);
  const n = profileCount(game.sizes);
  const logarithms = new Float64Array(n * n).fill(-Infinity);
  gains(game, edges).forEach((gain, e) => {
    const [s, t] = [edges.first[e], edges.second[e]];
    logarithms[s * n + t] = logFixation(alpha * gain, population);
    logarithms[t * n + s] = logFixation(-alpha * gain, population);
  });
  return stationaryFromLogarithms(logarithms);
}

/**
 * α-Rank as α grows without bound: a deviation is taken with probability 1 − ε where it gains, ε where it loses, ½
 * where it does neither. Only the signs of the gains count, that is, the response graph.
 *
 * @param epsilon ε, small and positive @returns π, `[profiles]`
 * @throws {RangeError} for a game that is not one, or ε that is not between 0 and ½.
 */
export function infiniteAlphaRank(game: Game, epsilon = 1e-6): Float64Array {
  checkGame(game);
  const edges = unilateralEdges(game.sizes);
  return responseGraphRank(game.sizes, edges, gains(game, edges), epsilon);
}

/**
 * {@link infiniteAlphaRank} of a response graph: of the edges' directions instead of payoffs.
 *
 * @param directions `[edges]`: positive towards the second profile, negative towards the first
 */
export function responseGraphRank(
  sizes: readonly number[],
  {
    count,
    first,
    second,
  }: { readonly count: number; readonly first: Int32Array; readonly second: Int32Array },
  directions: ArrayLike<number>,
  epsilon = 1e-6,
): Float64Array {
  if (!(epsilon > 0 && epsilon < 0.5)) throw new RangeError(`α-Rank: ε = ${epsilon} is not between 0 and ½`);
  const n = profileCount(sizes);
  const rates = new Float64Array(n * n);
  for (let e = 0; e < count; e++) {
    const forward = acceptance(directions[e], epsilon);
    rates[first[e] * n + second[e]] = forward;
    rates[second[e] * n + first[e]] = 1 - forward;
  }
  return stationaryDistribution(rates);
}

function acceptance(gain: number, epsilon: number): number {
  if (Math.abs(gain) < tie) return 0.5;
  return gain > 0 ? 1 - epsilon : epsilon;
}
