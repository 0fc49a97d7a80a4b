import { countPoints } from '../../src/lib/information/gaussian-kernel.js';
import type { Metric } from '../../src/lib/information/neighbours/metric.js';
import { neighbourhoods } from '../../src/lib/information/neighbours/neighbourhoods.js';
import { logUnitBall } from '../../src/lib/information/unit-ball.js';
import { digammaTable } from '../../src/lib/statistics/digamma.js';

/**
 * Differential entropy of a sample, in nats, by its k nearest neighbours: ψ(n) − ψ(k) + log c_d + d ⟨log ε_i⟩,
 * ε_i being the distance of the i-th point to its k-th neighbour and c_d the volume of the unit ball
 * (L. Kozachenko, N. Leonenko, "Sample estimate of the entropy of a random vector", *Probl. Inf. Transm.* 23,
 * 1987; for k > 1 as in A. Kraskov et al., *Phys. Rev. E* 69, 2004, equation 20). Depends on the units of the
 * coordinates, as the entropy does. −∞ where a point has k duplicates: the law then has an atom.
 *
 * @param points `[n, dimension]`, row-major.
 * @throws {RangeError} if the points are not whole or finite, or k is not an integer from 1 to n − 1.
 */
export function kozachenkoLeonenko(
  points: Float64Array,
  dimension: number,
  { k = 3, metric = 'euclidean' }: { readonly k?: number; readonly metric?: Metric } = {},
): number {
  const n = countPoints(points, dimension);
  const { distances } = neighbourhoods(points, dimension, metric).nearest(k);
  let logs = 0;
  for (let i = 0; i < n; i++) logs += Math.log(distances[i * k + k - 1]);
  const psi = digammaTable(n);
  return psi[n] - psi[k] + logUnitBall(dimension, metric) + (dimension * logs) / n;
}
