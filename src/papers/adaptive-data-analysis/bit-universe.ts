import type { Random } from '../../lib/statistics/random.js';

/** The law of independent bits, bit b being 1 with `probabilities[b]`, over their 2^bits joint values: `[2^bits]`. */
export function productDistribution(probabilities: readonly number[]): Float64Array {
  return Float64Array.from({ length: 2 ** probabilities.length }, (_, element) =>
    probabilities.reduce((product, p, bit) => product * ((element >> bit) & 1 ? p : 1 - p), 1),
  );
}

/** Relative frequencies, over the universe, of `points` independent draws of such bits: `[2^bits]`. */
export function sampleFrequencies(
  probabilities: readonly number[],
  points: number,
  { uniform }: Random,
): Float64Array {
  const frequencies = new Float64Array(2 ** probabilities.length);
  for (let i = 0; i < points; i++) {
    let element = 0;
    probabilities.forEach((p, bit) => (element |= Number(uniform() < p) << bit));
    frequencies[element] += 1 / points;
  }
  return frequencies;
}

/** The query that asks for one bit: 1 where it is set, −1 elsewhere; `[2^bits]`. */
export function coordinateQuery(bit: number, bits: number): Float64Array {
  return Float64Array.from({ length: 2 ** bits }, (_, element) => ((element >> bit) & 1 ? 1 : -1));
}

/** A query drawn uniformly among all functions from the universe to {−1, 1}. */
export function randomQuery(size: number, source: Random): Float64Array {
  const query = new Float64Array(size);
  for (let at = 0; at < size;) {
    const end = Math.min(at + 32, size);
    for (let word = source.integer(2 ** 32); at < end; at++, word >>>= 1) query[at] = 2 * (word & 1) - 1;
  }
  return query;
}

/** Σ_i w_i q_i: the average of a query under a distribution. */
export function expectation(weights: Float64Array, query: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i] * query[i];
  return sum;
}
