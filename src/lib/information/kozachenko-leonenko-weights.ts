import { minimumNorm } from '../linear-algebra/minimum-norm.js';

/** Singular values below this share of the largest count as zero. */
const cutoff = 1e-6;

/**
 * Weights of the k nearest neighbours with which the bias of the Kozachenko–Leonenko entropy vanishes to order
 * ⌊dimension/4⌋ (T. Berrett, R. Samworth, M. Yuan, "Efficient multivariate entropy estimation via k-nearest neighbour
 * distances", *Ann. Statist.* 47, 2019): the shortest w with Σ_j w_j = 1,
 * Σ_j w_j Γ(j + 2l/d) / Γ(j) = 0 for l = 1 … ⌊d/4⌋, and w_j = 0 unless j is one of ⌊ik/d⌋, i = 1 … d. Where no w
 * satisfies all of them, as for k ≤ ⌊d/4⌋, the least squares of the rows as I. Butakov's code scales them. Up to
 * dimension 4 the first neighbour alone, (1, 0, …, 0). The price is variance: it grows with Σ w_j².
 *
 * @returns `[k]`, the weight of the j-th neighbour at index j − 1.
 * @throws {RangeError} unless dimension and k are integers of at least 1.
 */
export function kozachenkoLeonenkoWeights(dimension: number, k: number): Float64Array {
  for (const [name, value] of Object.entries({ dimension, k }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`weights of neighbours: ${name} ${value}: must be an integer of at least 1`);
  const weights = new Float64Array(k);
  if (dimension <= 4) {
    weights[0] = 1;
    return weights;
  }
  const used = [
    ...new Set(Array.from({ length: dimension }, (_, i) => Math.floor(((i + 1) * k) / dimension))),
  ].filter((j) => j > 0);
  const orders = Math.floor(dimension / 4);
  const rows = new Float64Array((orders + 1) * used.length).fill(1 / k, 0, used.length);
  for (let l = 1; l <= orders; l++) {
    // Γ(j + a) / Γ(j) from one j to the next; a factor common to all would cancel.
    const ratios = new Float64Array(k).fill(1);
    for (let j = 1; j < k; j++) ratios[j] = (ratios[j - 1] * (j + (2 * l) / dimension)) / j;
    const row = rows.subarray(l * used.length, (l + 1) * used.length);
    const norm = Math.sqrt(ratios.reduce((sum, ratio) => sum + ratio * ratio, 0));
    used.forEach((j, at) => (row[at] = ratios[j - 1] / norm));
  }
  const right = new Float64Array(orders + 1);
  right[0] = 1 / k;
  minimumNorm(rows, right, cutoff).forEach((weight, at) => (weights[used[at] - 1] = weight));
  return weights;
}
