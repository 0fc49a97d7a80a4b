import { checkRate, codeOf, type DeterministicCode, rateTolerance } from './deterministic-code.js';

/**
 * The baseline code: K = ⌊2^rate⌋ bins of consecutive symbols, as equal in number as they can be. For equally likely
 * symbols H(T) ≤ log₂ K ≤ rate. Ebrahimi, Chen, Khisti, NeurIPS 2024, Algorithm 5.
 *
 * @throws {RangeError} unless the rate is a number of bits.
 */
export function uniformQuantiser(p: ArrayLike<number>, rate: number): DeterministicCode {
  checkRate(rate);
  const n = p.length;
  const bins = Math.min(n, Math.floor(2 ** rate + rateTolerance));
  return codeOf(
    p,
    Array.from({ length: n }, (_, x) => Math.floor((x * bins) / n)),
  );
}
