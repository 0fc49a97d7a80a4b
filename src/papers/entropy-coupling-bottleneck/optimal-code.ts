import { checkRate, codeOf, type DeterministicCode, rateTolerance } from './deterministic-code.js';
import { checkDistribution } from './distribution.js';
import { entropyTerm } from './entropy-bits.js';
import { greedyCode } from './greedy-code.js';

/**
 * The best deterministic code of at most `rate` bits: of all set partitions of the symbols with H(g(X)) ≤ rate one of
 * largest entropy. Exact, by a search over restricted growth strings, the most likely symbol first, from the greedy
 * code on. A branch is left
 *
 * - where its finest completion, all symbols left by themselves, gains nothing, or fits and so is its best;
 * - where its coarsest one, all of them in the largest block, exceeds the rate: −m log m being concave, no other
 *   completion has less entropy;
 * - where swapping equally likely symbols, or equally likely blocks, leads to one that was searched.
 *
 * It ends as soon as the rate is met. The time grows exponentially with n: docs/performance.md says how far it goes.
 *
 * @throws {RangeError} unless `p` is a distribution and the rate is a number of bits.
 */
export function optimalCode(p: ArrayLike<number>, rate: number): DeterministicCode {
  checkDistribution('p', p);
  checkRate(rate);
  const n = p.length;
  const order = Array.from({ length: n }, (_, x) => x).sort((a, b) => p[b] - p[a]);
  const sorted = Float64Array.from(order, (x) => p[x]);
  /** Mass of the symbols from one on, and their entropy terms, `[n + 1]`. */
  const rest = new Float64Array(n + 1);
  const apart = new Float64Array(n + 1);
  for (let x = n - 1; x >= 0; x--) {
    rest[x] = rest[x + 1] + sorted[x];
    apart[x] = apart[x + 1] + entropyTerm(sorted[x]);
  }

  const limit = rate + rateTolerance;
  let best = greedyCode(p, rate);
  let entropy = best.entropy;
  const block = new Int32Array(n);
  const mass = new Float64Array(n + 1);
  /** Keeps the code whose first symbols are where they are now and whose others are where `word` puts them. */
  const keep = (found: number, placed: number, word: (x: number) => number) => {
    entropy = found;
    const labels = new Int32Array(n);
    for (let x = 0; x < n; x++) labels[order[x]] = x < placed ? block[x] : word(x);
    best = codeOf(p, labels);
  };

  const search = (x: number, blocks: number, placed: number) => {
    if (entropy >= rate) return;
    const finest = placed + apart[x];
    if (finest <= entropy) return;
    if (finest <= limit) {
      keep(finest, x, (symbol) => n + symbol);
      return;
    }
    if (x === n) return;
    let largest = 0;
    for (let b = 1; b < blocks; b++) if (mass[b] > mass[largest]) largest = b;
    const coarsest = placed - entropyTerm(mass[largest]) + entropyTerm(mass[largest] + rest[x]);
    if (coarsest > limit) return;
    if (coarsest > entropy) keep(coarsest, x, () => largest);
    // Equally likely symbols take their blocks in ascending order.
    const from = x > 0 && sorted[x] === sorted[x - 1] ? block[x - 1] : 0;
    for (let b = from; b <= blocks; b++) {
      const before = mass[b];
      if (hasEqual(mass, from, b)) continue;
      block[x] = b;
      mass[b] = before + sorted[x];
      search(x + 1, Math.max(blocks, b + 1), placed - entropyTerm(before) + entropyTerm(mass[b]));
      mass[b] = before;
    }
  };
  search(0, 0, 0);
  return best;
}

/** Whether one of the masses from `from` on, before `at`, is that at `at`. */
function hasEqual(mass: Float64Array, from: number, at: number): boolean {
  for (let b = from; b < at; b++) if (mass[b] === mass[at]) return true;
  return false;
}
