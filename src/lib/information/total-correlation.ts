import { digammaTable } from '../statistics/digamma.js';
import { joinedPoints, type Points } from './joined-points.js';
import { neighbourhoods } from './neighbours/neighbourhoods.js';
import { nearestWithoutTies } from './without-ties.js';

/**
 * Total correlation Σ h(X_v) − h(X_1, …, X_m) of continuous variables, in nats, by their k nearest neighbours in the
 * maximum norm: ψ(k) + (m − 1) ψ(n) − ⟨Σ_v ψ(n_v + 1)⟩, n_v points being closer in X_v than the k-th neighbour of all
 * (A. Kraskov, H. Stögbauer, P. Grassberger, *Phys. Rev. E* 69, 2004, equation 23; S. Watanabe, *IBM J. Res. Dev.* 4, 1960,
 * for the quantity). Of two variables it is their mutual information by algorithm 1. Scale the variables alike.
 *
 * @throws {RangeError} if there are fewer than two variables, they are not paired or not finite, k is not an integer from
 *   1 to n − 1, or ties at the k-th neighbour are more than a few: count labels where values repeat.
 */
export function totalCorrelation(
  variables: readonly Points[],
  { k = 3 }: { readonly k?: number } = {},
): number {
  const m = variables.length;
  if (m < 2) throw new RangeError(`total correlation of ${m} variables: at least two are needed`);
  const { radii } = nearestWithoutTies(
    joinedPoints(variables),
    k,
    'totalCorrelation',
    'mesnerShalizi of two variables at a time',
  );
  const n = radii.length;
  const psi = digammaTable(n);
  let sum = 0;
  for (const { points, dimension } of variables)
    for (const count of neighbourhoods(points, dimension, 'maximum').closer(radii)) sum += psi[count + 1];
  return psi[k] + (m - 1) * psi[n] - sum / n;
}
