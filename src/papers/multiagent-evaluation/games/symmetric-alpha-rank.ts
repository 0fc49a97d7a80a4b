import { type AlphaRankOptions, defaultPopulation } from './alpha-rank.js';
import { stationaryFromLogarithms } from './stationary-distribution.js';

/**
 * α-Rank of a symmetric game of two players in one population: the share of time that a population of m spends with
 * each strategy, when single mutants come and die out or take over. Mutants of strategy r in a population of s take
 * over with probability
 *
 *   ρ = [1 + Σ_{l=1}^{m−1} Π_{p=1}^{l} e^{−α (f_r(p) − f_s(m − p))}]⁻¹,
 *
 * where f_r(p) = ((p − 1) M_rr + (m − p) M_rs) / (m − 1) is the fitness of each of p mutants, f_s(q) likewise of the
 * others (S. Omidshafiei et al., *Scientific Reports* 9, 2019). Products are sums of logarithms: none overflows.
 *
 * @param payoffs M, row player's, `[n, n]` row by row @returns π, `[n]`
 * @throws {RangeError} where M is not square or not finite, or α is not positive and finite.
 */
export function symmetricAlphaRank(
  payoffs: Float64Array,
  { alpha, population: m = defaultPopulation }: AlphaRankOptions,
): Float64Array {
  const n = Math.round(Math.sqrt(payoffs.length));
  if (n * n !== payoffs.length || payoffs.some((value) => !Number.isFinite(value)))
    throw new RangeError('α-Rank of one population needs a square matrix of finite payoffs');
  if (!(alpha > 0 && Number.isFinite(alpha)))
    throw new RangeError(`α-Rank: α = ${alpha} is not positive and finite`);
  const logarithms = new Float64Array(n * n).fill(-Infinity);
  for (let s = 0; s < n; s++)
    for (let r = 0; r < n; r++) if (r !== s) logarithms[s * n + r] = logTakeover(payoffs, n, r, s, alpha, m);
  return stationaryFromLogarithms(logarithms);
}

/** ln ρ of mutants r among s. */
function logTakeover(M: Float64Array, n: number, r: number, s: number, alpha: number, m: number): number {
  let exponent = 0;
  let largest = 0;
  // Σ e^{exponent}, relative to the largest term so far; the term of l = 0 is 1.
  let sum = 1;
  for (let p = 1; p < m; p++) {
    const mutant = ((p - 1) * M[r * n + r] + (m - p) * M[r * n + s]) / (m - 1);
    const other = ((m - p - 1) * M[s * n + s] + p * M[s * n + r]) / (m - 1);
    exponent -= alpha * (mutant - other);
    if (exponent > largest) {
      sum = sum * Math.exp(largest - exponent) + 1;
      largest = exponent;
    } else sum += Math.exp(exponent - largest);
  }
  return -largest - Math.log(sum);
}
