import { digammaTable } from '../statistics/digamma.js';
import { classesOf, type Labels, rowsOf } from './labels.js';
import { neighbourhoods } from './neighbours/neighbourhoods.js';
import { percent, shareOfDuplicates, toleratedTies } from './ties.js';

/**
 * Mutual information of a label with a continuous variable, in nats, by nearest neighbours in the maximum norm (B. Ross,
 * "Mutual information between discrete and continuous data sets", *PLoS ONE* 9(2), 2014):
 *
 * ψ(n) + ⟨ψ(k_i)⟩ − ⟨ψ(N_i)⟩ − ⟨ψ(m_i + 1)⟩,
 *
 * N_i being how many points have the label of the i-th, m_i how many of all others are closer to it than the k_i-th
 * nearest of those, and k_i = min(k, N_i − 1). Points whose label occurs once are left out, as scikit-learn does.
 *
 * @param points `[n, dimension]`, row-major; @param labels of the points.
 * @throws {RangeError} if the labels do not pair with the points, a point is not finite, no label occurs twice, or more
 *   than 5 % of the points equal another: use {@link mesnerShalizi}, or count labels where the points are few values.
 */
export function ross(
  points: Float64Array,
  dimension: number,
  labels: Labels,
  { k = 3 }: { readonly k?: number } = {},
): number {
  const total = points.length / dimension;
  if (labels.codes.length !== total)
    throw new RangeError(`ross: ${total} points but ${labels.codes.length} labels: they must be paired`);
  if (!Number.isInteger(k) || k < 1)
    throw new RangeError(`ross: ${k} neighbours: must be an integer of at least 1`);
  const classes = classesOf(labels).filter(({ length }) => length > 1);
  const kept = classes.flatMap((members) => [...members]);
  const n = kept.length;
  if (n === 0)
    throw new RangeError(`ross: each of ${total} labels occurs once: it needs a label that occurs twice`);
  const sample = rowsOf(points, dimension, kept);
  const share = shareOfDuplicates(sample, dimension);
  if (share > toleratedTies)
    throw new RangeError(
      `ross: ${percent(share)} of ${n} points equal another, as rounded numbers do; they are to be continuous: use ` +
        'mesnerShalizi, or millerMadowEntropy of the values',
    );
  const psi = digammaTable(n);
  const radii = new Float64Array(n);
  let [sum, from] = [psi[n], 0];
  for (const { length } of classes) {
    const of = Math.min(k, length - 1);
    const members = sample.subarray(from * dimension, (from + length) * dimension);
    const { distances } = neighbourhoods(members, dimension, 'maximum').nearest(of);
    for (let i = 0; i < length; i++) radii[from + i] = distances[i * of + of - 1];
    sum += (length / n) * (psi[of] - psi[length]);
    from += length;
  }
  const closer = neighbourhoods(sample, dimension, 'maximum').closer(radii);
  for (let i = 0; i < n; i++) sum -= psi[closer[i] + 1] / n;
  return sum;
}
