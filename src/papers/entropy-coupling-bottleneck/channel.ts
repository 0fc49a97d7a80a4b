import { entropyBits } from './entropy-bits.js';

/** What a code costs and keeps, bits. */
export interface CodePoint {
  /** H(T). */
  readonly rate: number;
  /** I(X; T). */
  readonly information: number;
}

/**
 * Rate and information of a random code p(T | X), in bits: I(X; T) = H(T) − Σ_x p(x) H(T | x).
 *
 * @param p `[n]`; @param channel `[n, words]`, row-major, each row a distribution.
 * @throws {RangeError} if the channel does not have a row a symbol.
 */
export function codePoint(p: ArrayLike<number>, channel: Float64Array, words: number): CodePoint {
  const n = p.length;
  if (channel.length !== n * words)
    throw new RangeError(`${channel.length} transition probabilities, not ${n} × ${words}`);
  const sums = new Float64Array(words);
  let noise = 0;
  for (let x = 0; x < n; x++) {
    const row = channel.subarray(x * words, (x + 1) * words);
    for (let t = 0; t < words; t++) sums[t] += p[x] * row[t];
    noise += p[x] * entropyBits(row);
  }
  const rate = entropyBits(sums);
  return { rate, information: rate - noise };
}
