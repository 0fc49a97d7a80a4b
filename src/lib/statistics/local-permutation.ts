import type { Random } from './random.js';

/**
 * An order in which observations change places with ones whose third variable is nearly theirs, so that what two
 * variables have to do with each other beyond the third is lost and what they have to do with it is kept (J. Runge,
 * "Conditional independence testing based on a nearest-neighbor estimator of conditional mutual information", AISTATS 2018,
 * algorithm 1). In random turn, each takes the first of its neighbours, in random order, that nobody has taken; the last of
 * them where all are taken.
 *
 * @param neighbours numbers of the k nearest of each in the third variable, `[n, k]`; itself counts as one more.
 * @returns `[n]`, whose value each gets; a few come twice, and a few not at all.
 */
export function localPermutation(neighbours: Uint32Array, k: number, random: Random): Uint32Array {
  const n = neighbours.length / k;
  const order = new Uint32Array(n);
  const taken = new Uint8Array(n);
  for (const i of random.shuffle(n)) {
    const candidates = random.shuffle(k + 1);
    let chosen = i;
    for (const at of candidates) {
      chosen = at === k ? i : neighbours[i * k + at];
      if (!taken[chosen]) break;
    }
    taken[chosen] = 1;
    order[i] = chosen;
  }
  return order;
}
