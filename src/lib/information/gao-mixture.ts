import { digammaTable } from '../statistics/digamma.js';
import { neighbourhoods } from './neighbours/neighbourhoods.js';
import { jointPoints, type PairedPoints } from './paired-points.js';
import { percent, roundingOf, shareOfTiedNeighbours, toleratedTies } from './ties.js';
import { refuseUnlikeScales } from './unlike-scales.js';

/**
 * Mutual information of variables that may be continuous, discrete or a mixture, in nats (W. Gao, S. Kannan, S. Oh,
 * P. Viswanath, "Estimating mutual information for discrete-continuous mixtures", NeurIPS 2017):
 *
 * ⟨ψ(k̃_i) + log n − ψ(n_x + 1) − ψ(n_y + 1)⟩,
 *
 * with ρ_i the distance of the i-th joint point to its k-th neighbour in the maximum norm. Where ρ_i > 0, k̃_i = k and n_x
 * other points are closer than ρ_i in x; where ρ_i = 0, k̃_i joint points are equal, itself among them, and n_x others equal
 * it in x. So has the authors' code; the paper prints log where it has ψ, and counts at most ρ_i, alike for large n. Of
 * continuous variables it is {@link kraskov} but for log n − ψ(n). It knows ties of equal points alone: rounded numbers, which
 * tie at every distance, would be put far off.
 *
 * @throws {RangeError} if the points are not paired or not finite, k is not an integer from 1 to n − 1, more than 5 % of the
 *   points have their k-th neighbour, another value, tied with others (use {@link mesnerShalizi} there), or one variable is
 *   so small beside the other that most of its points are neighbours of all.
 */
export function gaoMixture(pair: PairedPoints, { k = 3 }: { readonly k?: number } = {}): number {
  const { x, dimensionX, y, dimensionY } = pair;
  const joint = jointPoints(pair);
  const n = x.length / dimensionX;
  const search = neighbourhoods(joint, dimensionX + dimensionY, 'maximum');
  const columns = k < n - 1 ? k + 1 : k;
  const { distances } = search.nearest(columns);
  const radii = Float64Array.from({ length: n }, (_, i) => distances[i * columns + k - 1]);
  const apart = distances.filter((_, at) => radii[Math.floor(at / columns)] > 0);
  const share =
    (shareOfTiedNeighbours(apart, columns, k, roundingOf(joint)) * apart.length) / distances.length;
  if (share > toleratedTies)
    throw new RangeError(
      `gaoMixture: at ${percent(share)} of ${n} points the ${k}-th neighbour is another value and tied, as where numbers ` +
        'are rounded; it takes ties of equal points alone: use mesnerShalizi',
    );
  const equal = radii.map((radius) => radius || Number.MIN_VALUE);
  const atJoint = search.closer(equal);
  const inX = neighbourhoods(x, dimensionX, 'maximum').closer(equal);
  const inY = neighbourhoods(y, dimensionY, 'maximum').closer(equal);
  refuseUnlikeScales({ x: inX, y: inY }, pair, k, 'gaoMixture');
  const psi = digammaTable(n);
  let sum = 0;
  for (let i = 0; i < n; i++)
    sum += psi[radii[i] === 0 ? atJoint[i] + 1 : k] - psi[inX[i] + 1] - psi[inY[i] + 1];
  return sum / n + Math.log(n);
}
