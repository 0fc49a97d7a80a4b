import type { Random } from '../../src/lib/statistics/random.js';
import type { Mixture } from '../../src/papers/semantic-information/mixture-matching.js';
import type { exampleIds } from '../../src/papers/semantic-information/tables.js';

/** A true mixture of two, a start, and the grid 0 … last on which both live. */
export interface MixtureProblem {
  readonly last: number;
  readonly truth: Mixture;
  readonly start: Mixture;
}

/** A mixture of two normals, with share `p` of the first. */
export function two(
  means: readonly [number, number],
  deviations: readonly [number, number],
  p = 0.5,
): Mixture {
  return { means, deviations, weights: [p, 1 - p] };
}

/** The truth of the comparison by mixing ratio. */
export function ratioTruth(p: number): Mixture {
  return two([35, 65], [8, 12], p);
}

/** Four fixed examples, of ours: A is nearly one mean, C has a rare component, D starts to one side. */
export const examples: Readonly<Record<(typeof exampleIds)[number], MixtureProblem>> = {
  A: { last: 100, truth: two([46, 50], [2, 20], 0.7), start: two([30, 70], [20, 20]) },
  B: { last: 100, truth: two([35, 65], [8, 12], 0.7), start: two([30, 70], [15, 15]) },
  C: { last: 100, truth: two([35, 65], [8, 12], 0.1), start: two([30, 70], [8, 8]) },
  D: { last: 200, truth: two([100, 125], [10, 10], 0.7), start: two([80, 95], [5, 5]) },
};

/** A start with means and deviations drawn from ranges, in equal shares. */
export function randomStart(
  { uniform }: Random,
  first: readonly [number, number],
  second: readonly [number, number],
  deviation: readonly [number, number],
): Mixture {
  const [mu1, mu2, s1, s2] = [first, second, deviation, deviation].map(
    ([from, to]) => from + (to - from) * uniform(),
  );
  return two([mu1, mu2], [s1, s2]);
}

/** Frequencies of `size` draws from probabilities, by inversion. */
export function sampleFrequencies(
  probabilities: Float64Array,
  size: number,
  { uniform }: Random,
): Float64Array {
  const frequencies = new Float64Array(probabilities.length);
  for (let i = 0; i < size; i++) {
    let left = uniform();
    let x = 0;
    while (x < probabilities.length - 1 && (left -= probabilities[x]) >= 0) x++;
    frequencies[x] += 1 / size;
  }
  return frequencies;
}
