import { entropyTerm } from './entropy-bits.js';

/**
 * Visits every partition of n elements into blocks as a restricted growth string: the block of each element, numbered
 * in the order in which blocks first come. Lexicographic, from one block to n; Bell(n) of them: 5, 52, 4140, 115,975,
 * 4,213,597 for n = 3, 5, 8, 10, 12. D. Knuth, *The Art of Computer Programming* 4A, 7.2.1.5, algorithm H.
 *
 * @param visit is handed the string, `[n]`, which is overwritten afterwards.
 */
export function forEachSetPartition(n: number, visit: (block: Int32Array) => void): void {
  const block = new Int32Array(n);
  /** How many blocks the elements before this one have. */
  const before = new Int32Array(n).fill(1);
  before[0] = 0;
  for (;;) {
    visit(block);
    let at = n - 1;
    while (at > 0 && block[at] === before[at]) at--;
    if (at <= 0) return;
    block[at]++;
    const blocks = Math.max(before[at], block[at] + 1);
    for (let after = at + 1; after < n; after++) {
      block[after] = 0;
      before[after] = blocks;
    }
  }
}

/** Beyond it the entropies of all partitions do not fit comfortably into memory. */
const most = 12;

/**
 * The entropies, in bits and ascending, of all deterministic codes of X, one a set partition, `[Bell(n)]`. A symbol's
 * place changes the entropy by two terms, so a partition costs little more than one logarithm.
 *
 * @throws {RangeError} for more than 12 symbols.
 */
export function partitionEntropies(p: ArrayLike<number>): Float64Array {
  const n = p.length;
  if (n > most) throw new RangeError(`the partitions of ${n} symbols: at most ${most}`);
  const entropies: number[] = [];
  const mass = new Float64Array(n);
  const place = (x: number, blocks: number, entropy: number) => {
    if (x === n) {
      entropies.push(entropy);
      return;
    }
    for (let block = 0; block <= blocks; block++) {
      const before = mass[block];
      mass[block] = before + p[x];
      place(x + 1, Math.max(blocks, block + 1), entropy - entropyTerm(before) + entropyTerm(mass[block]));
      mass[block] = before;
    }
  };
  place(0, 0, 0);
  return Float64Array.from(entropies).sort();
}

/** The largest of ascending values that is not above `bound`; −∞ where all are. O(log n). */
export function largestWithin(ascending: Float64Array, bound: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= bound) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? ascending[low - 1] : -Infinity;
}
