import { responseGraphRank } from './alpha-rank.js';
import { profileCount } from './game.js';
import type { Edges } from './unilateral-edges.js';

/** What a profile's α-Rank can be while some edges of the response graph are undecided. */
export interface RankingInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * The least and the greatest π of a profile, at infinite α, over all 2^|U| directions of the undecided edges U.
 *
 * 1/π is the mean time of return to the profile. To lengthen it, each edge should point to the end from which the
 * way back is longer, and both ends agree on that: whoever is at the other end wants to stay. So choosing edge by
 * edge solves the joint problem, a stochastic shortest path (M. Rowland et al., 2019), by policy iteration: mean
 * times, new directions, until none changes.
 *
 * @param directions `[edges]`: as of {@link responseGraphRank}; 0 where undecided
 * @throws {RangeError} for ε that is not between 0 and ½.
 */
export function rankingInterval(
  profile: number,
  sizes: readonly number[],
  edges: Edges,
  directions: ArrayLike<number>,
  epsilon = 1e-6,
): RankingInterval {
  const open = Array.from({ length: edges.count }, (_, e) => e).filter((e) => directions[e] === 0);
  const extreme = (sign: 1 | -1): number => {
    const chosen = Float64Array.from(directions);
    for (const e of open) chosen[e] = 1;
    // Ends: the mean time grows with every round, and there are finitely many directions.
    for (let round = 0; round <= 2 * edges.count; round++) {
      const times = timesToReach(profile, profileCount(sizes), edges, chosen, epsilon);
      let changed = false;
      for (const e of open) {
        const difference = sign * (times[edges.second[e]] - times[edges.first[e]]);
        // Within rounding of a tie either direction will do; turning on it might not end.
        const scale = 1e-12 * (times[edges.second[e]] + times[edges.first[e]]);
        if (difference * chosen[e] >= -scale) continue;
        chosen[e] = Math.sign(difference);
        changed = true;
      }
      if (!changed) break;
    }
    return responseGraphRank(sizes, edges, chosen, epsilon)[profile];
  };
  if (open.length === 0) {
    const value = responseGraphRank(sizes, edges, directions, epsilon)[profile];
    return { low: value, high: value };
  }
  return { low: extreme(1), high: extreme(-1) };
}

/** Mean steps from each profile until `target`, by eliminations without subtraction; 0 at the target. */
function timesToReach(
  target: number,
  n: number,
  { count, first, second }: Edges,
  directions: Float64Array,
  epsilon: number,
): Float64Array {
  // The target goes to the first place, which is never eliminated.
  const place = (profile: number) => (profile === target ? 0 : profile === 0 ? target : profile);
  const A = new Float64Array(n * n);
  for (let e = 0; e < count; e++) {
    const [s, t] = [place(first[e]), place(second[e])];
    const forward = directions[e] > 0 ? 1 - epsilon : epsilon;
    A[s * n + t] = forward;
    A[t * n + s] = 1 - forward;
  }
  // Leaving state k takes 1 / (its rates) steps; states above k are passed through.
  const cost = new Float64Array(n).fill(1);
  const exits = new Float64Array(n);
  for (let k = n - 1; k >= 1; k--) {
    let sum = 0;
    for (let j = 0; j < k; j++) sum += A[k * n + j];
    exits[k] = sum;
    for (let i = 1; i < k; i++) {
      const share = A[i * n + k] / sum;
      if (share === 0) continue;
      cost[i] += share * cost[k];
      for (let j = 0; j < k; j++) A[i * n + j] += share * A[k * n + j];
    }
  }
  const times = new Float64Array(n);
  for (let k = 1; k < n; k++) {
    let sum = cost[k];
    for (let j = 1; j < k; j++) sum += A[k * n + j] * times[j];
    times[k] = sum / exits[k];
  }
  return Float64Array.from({ length: n }, (_, profile) => times[place(profile)]);
}
