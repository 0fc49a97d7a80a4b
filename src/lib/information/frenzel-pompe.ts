import { digammaTable } from '../statistics/digamma.js';
import { joinedPoints, type Points } from './joined-points.js';
import { neighbourhoods } from './neighbours/neighbourhoods.js';
import { nearestWithoutTies } from './without-ties.js';

/**
 * Conditional mutual information I(X;Y|Z) of continuous variables by their k nearest neighbours, in nats, in the maximum
 * norm (S. Frenzel, B. Pompe, "Partial mutual information for coupling analysis of multivariate time series",
 * *Phys. Rev. Lett.* 99, 2007):
 *
 * ψ(k) − ⟨ψ(n_xz + 1) + ψ(n_yz + 1) − ψ(n_z + 1)⟩,
 *
 * n_xz points being closer than ε_i in (x, z), and so on, ε_i the distance of the i-th joint point to its k-th neighbour.
 * Its bias goes towards zero where z has many coordinates or the dependence is strong. Scale the variables alike.
 *
 * @throws {RangeError} if the variables are not paired or not finite, k is not an integer from 1 to n − 1, or ties at
 *   the k-th neighbour are more than a few: use {@link mesnerShalizi} there.
 */
export function frenzelPompe(
  x: Points,
  y: Points,
  z: Points,
  { k = 3 }: { readonly k?: number } = {},
): number {
  const joint = joinedPoints([x, y, z]);
  const { radii } = nearestWithoutTies(joint, k, 'frenzelPompe', 'mesnerShalizi');
  const closer = (variables: readonly Points[]) => {
    const { points, dimension } = joinedPoints(variables);
    return neighbourhoods(points, dimension, 'maximum').closer(radii);
  };
  const [atX, atY, atZ] = [closer([x, z]), closer([y, z]), closer([z])];
  const n = radii.length;
  const psi = digammaTable(n);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += psi[atX[i] + 1] + psi[atY[i] + 1] - psi[atZ[i] + 1];
  return psi[k] - sum / n;
}
