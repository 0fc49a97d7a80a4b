import { checkRate, codeOf, type DeterministicCode, rateTolerance } from './deterministic-code.js';
import { checkDistribution } from './distribution.js';
import { entropyTerm } from './entropy-bits.js';
import { type MassHeap, massHeap } from './mass-heap.js';

/**
 * A deterministic code of at most `rate` bits that keeps much of X (the greedy solution of the entropy-bounded
 * information maximisation). Starting from single symbols, the two smallest blocks are merged, or, where merging the
 * two largest still leaves more than the rate, these; the code of largest entropy within the rate that is met on the
 * way is returned.
 *
 * min(rate, H(X)) − H(T) ≤ h(p₂), p₂ the second largest probability: up to the first merge that fits, the chain
 * merges largest with largest, the smaller being a symbol of its own, which costs at most h(p₂). O(n log n) by two
 * heaps, one from each end, that drop merged blocks when they meet them. Ebrahimi, Chen, Khisti, "Minimum Entropy
 * Coupling with Bottleneck", NeurIPS 2024, Algorithm 1 and Theorem 2; the details of the merging order are ours.
 *
 * @throws {RangeError} unless `p` is a distribution and the rate is a number of bits.
 */
export function greedyCode(p: ArrayLike<number>, rate: number): DeterministicCode {
  checkDistribution('p', p);
  checkRate(rate);
  const n = p.length;
  const limit = rate + rateTolerance;
  // Blocks 0 … n − 1 are the symbols, each merge makes the next one.
  const mass = new Float64Array(2 * n);
  mass.set(p);
  const into = new Int32Array(2 * n).fill(-1);
  const smallest = massHeap(p, 'smallest', { capacity: 2 * n });
  const largest = massHeap(p, 'largest', { capacity: 2 * n });
  const popLive = (heap: MassHeap) => {
    for (;;) {
      const block = heap.pop();
      if (into[block] < 0) return block;
    }
  };
  let entropy = 0;
  for (let x = 0; x < n; x++) entropy += entropyTerm(p[x]);
  if (entropy <= limit)
    return codeOf(
      p,
      Array.from({ length: n }, (_, x) => x),
    );

  const merged = (a: number, b: number) =>
    entropy - entropyTerm(mass[a]) - entropyTerm(mass[b]) + entropyTerm(mass[a] + mass[b]);
  const best = { entropy: -1, blocks: n, pair: [0, 0] };
  const consider = (value: number, blocks: number, a: number, b: number) => {
    if (value <= limit && value > best.entropy) Object.assign(best, { entropy: value, blocks, pair: [a, b] });
  };
  for (let blocks = n; blocks < 2 * n - 1; blocks++) {
    const [s1, s2] = [popLive(smallest), popLive(smallest)];
    const [l1, l2] = [popLive(largest), popLive(largest)];
    const low = merged(s1, s2);
    const high = merged(l1, l2);
    consider(low, blocks, s1, s2);
    consider(high, blocks, l1, l2);
    if (low <= limit) break;
    const small = high <= limit;
    const [a, b] = small ? [s1, s2] : [l1, l2];
    mass[blocks] = mass[a] + mass[b];
    into[a] = into[b] = blocks;
    entropy = small ? low : high;
    // The pair of the other end stays as it was; where the two pairs share a block, it is gone with the merge.
    const [heap, kept] = small ? [largest, [l1, l2]] : [smallest, [s1, s2]];
    for (const block of kept) if (into[block] < 0) heap.push(block, mass[block]);
    smallest.push(blocks, mass[blocks]);
    largest.push(blocks, mass[blocks]);
  }
  // Follow the merges before the best code, then the one that made it.
  const root = new Int32Array(best.blocks + 1).fill(best.blocks);
  for (let block = best.blocks - 1; block >= 0; block--)
    if (!best.pair.includes(block)) {
      const parent = into[block];
      root[block] = parent >= 0 && parent < best.blocks ? root[parent] : block;
    }
  return codeOf(p, root.subarray(0, n));
}
