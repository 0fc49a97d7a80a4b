import type { Random } from './random.js';

/**
 * An order in which observations change places with ones whose third variable is nearly theirs, so that what two
 * variables have to do with each other beyond the third is lost and what they have to do with it is kept (after J. Runge,
 * "Conditional independence testing based on a nearest-neighbor estimator of conditional mutual information", AISTATS 2018).
 * In random turn, each that is still in its place swaps with one of its neighbours that is too; where all have swapped it
 * stays. Unlike in the paper no value comes twice: duplicates would be ties, which estimators by neighbours refuse.
 *
 * @param neighbours numbers of the k nearest of each in the third variable, `[n, k]`, itself not among them.
 * @returns `[n]`, whose value each gets.
 */
export function localPermutation(neighbours: Uint32Array, k: number, random: Random): Uint32Array {
  const n = neighbours.length / k;
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (const i of random.shuffle(n)) {
    if (order[i] !== i) continue;
    for (const at of random.shuffle(k)) {
      const other = neighbours[i * k + at];
      if (order[other] !== other) continue;
      order[i] = other;
      order[other] = i;
      break;
    }
  }
  return order;
}
