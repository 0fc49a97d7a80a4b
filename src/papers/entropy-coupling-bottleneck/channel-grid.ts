import { rateTolerance } from './deterministic-code.js';
import { entropyBits, entropyTerm } from './entropy-bits.js';

/**
 * The most information, in bits, of a random code of at most each rate, among all p(T | X) with three words whose
 * probabilities are multiples of 1 / steps: brute force, of (steps² / 2)ⁿ codes, so for three or four symbols.
 *
 * @param rates ascending, bits. @returns one value a rate, `[rates]`.
 */
export function gridInformation(p: ArrayLike<number>, steps: number, rates: ArrayLike<number>): Float64Array {
  const laws: number[][] = [];
  for (let a = 0; a <= steps; a++)
    for (let b = 0; a + b <= steps; b++) laws.push([a / steps, b / steps, (steps - a - b) / steps]);
  const noises = laws.map(entropyBits);
  const most = new Float64Array(rates.length);
  const place = (x: number, s0: number, s1: number, s2: number, noise: number) => {
    if (x === p.length) {
      const rate = entropyTerm(s0) + entropyTerm(s1) + entropyTerm(s2);
      const at = firstFrom(rates, rate - rateTolerance);
      if (at < rates.length) most[at] = Math.max(most[at], rate - noise);
      return;
    }
    for (let law = 0; law < laws.length; law++) {
      const [a, b, c] = laws[law];
      // Words can be exchanged: the first symbol takes them in descending order.
      if (x === 0 && (a < b || b < c)) continue;
      place(x + 1, s0 + p[x] * a, s1 + p[x] * b, s2 + p[x] * c, noise + p[x] * noises[law]);
    }
  };
  place(0, 0, 0, 0, 0);
  for (let at = 1; at < most.length; at++) most[at] = Math.max(most[at], most[at - 1]);
  return most;
}

/** Place of the first of ascending values that is not below `bound`; their number where all are. O(log n). */
function firstFrom(ascending: ArrayLike<number>, bound: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
