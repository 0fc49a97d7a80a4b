import type { CodePoint } from './channel.js';
import type { DeterministicCode } from './deterministic-code.js';
import { entropyTerm } from './entropy-bits.js';

/** A family of codes next to a deterministic one: a growing part of one symbol's mass goes to another word. */
export interface Move {
  /** The symbol whose mass is moved, the word from which, and the one to which: a new one has the next number. */
  readonly symbol: number;
  readonly from: number;
  readonly to: number;
  /** The mass there is to move, p(symbol). */
  readonly largest: number;
  /** Rate and information when δ of it is moved, 0 ≤ δ ≤ `largest`. */
  at(delta: number): CodePoint;
}

/**
 * The best way to a slightly higher rate from a deterministic code: of the cell that is the smallest share of its
 * word's mass, δ goes to a new word. The rate grows with δ, by some δ log₂ 1/δ at first, the information by some
 * δ log₂ (p_t / p_x). Ebrahimi, Chen, Khisti, NeurIPS 2024, Theorem 3.
 *
 * @returns `undefined` where every symbol has a word of its own: there is nothing to gain.
 */
export function moveUp(p: ArrayLike<number>, code: DeterministicCode): Move | undefined {
  let symbol = -1;
  let least = 1;
  for (let x = 0; x < p.length; x++) {
    const share = p[x] / code.masses[code.block[x]];
    if (p[x] > 0 && share < least) [symbol, least] = [x, share];
  }
  return symbol < 0 ? undefined : move(p, code, symbol, code.masses.length);
}

/**
 * The best way to a slightly lower rate: of the smallest cell of the least likely word, δ goes to the most likely one.
 * The rate falls with δ. Theorem 3, as above.
 *
 * @returns `undefined` for a code of one word.
 */
export function moveDown(p: ArrayLike<number>, code: DeterministicCode): Move | undefined {
  const { masses, block } = code;
  let [least, most] = [-1, 0];
  for (let t = 0; t < masses.length; t++) {
    if (masses[t] > 0 && (least < 0 || masses[t] < masses[least])) least = t;
    if (masses[t] > masses[most]) most = t;
  }
  // Words that are all equally likely: any two.
  if (least === most) most = masses.findIndex((mass, t) => t !== least && mass > 0);
  if (most < 0) return undefined;
  let symbol = -1;
  for (let x = 0; x < p.length; x++)
    if (block[x] === least && p[x] > 0 && (symbol < 0 || p[x] < p[symbol])) symbol = x;
  return move(p, code, symbol, most);
}

function move(
  p: ArrayLike<number>,
  { block, masses, entropy }: DeterministicCode,
  symbol: number,
  to: number,
): Move {
  const [cell, from] = [p[symbol], block[symbol]];
  const source = masses[from];
  const target = to < masses.length ? masses[to] : 0;
  const before = entropyTerm(source) + entropyTerm(target);
  return {
    symbol,
    from,
    to,
    largest: cell,
    at(delta) {
      const rate = entropy - before + entropyTerm(source - delta) + entropyTerm(target + delta);
      // What is no longer certain of T once X is known: p_x h(δ / p_x).
      const noise = entropyTerm(delta) + entropyTerm(cell - delta) - entropyTerm(cell);
      return { rate, information: rate - noise };
    },
  };
}

/**
 * The information of a move where it has a given rate, bits, by bisection of δ: the rate is monotone in δ, since a
 * cell that goes to a new word is no more than half of its own, and mass that goes from a word to a larger one always
 * lowers the rate.
 *
 * @returns `undefined` where the move never has this rate.
 */
export function informationAt({ at, largest }: Move, rate: number): number | undefined {
  const [start, end] = [at(0).rate, at(largest).rate];
  if (rate < Math.min(start, end) || rate > Math.max(start, end)) return undefined;
  const rises = end > start;
  let [low, high] = [0, largest];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return at(low).information;
    if (at(middle).rate < rate === rises) low = middle;
    else high = middle;
  }
}
