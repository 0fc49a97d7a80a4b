import fc from 'fast-check';

/** Probabilities ∝ i^{−s}. */
export function zipf(n: number, s: number): number[] {
  return normalised(Array.from({ length: n }, (_, i) => (i + 1) ** -s));
}

/** Probabilities ∝ 1 + sin 3i: in no order, some close to each other, some close to zero. */
export function wave(n: number): number[] {
  return normalised(Array.from({ length: n }, (_, i) => 1 + Math.sin(3 * (i + 1))));
}

/** Distributions over `min` to `max` symbols: also with equal, vanishing and very unequal probabilities. */
export function distributions(min: number, max: number): fc.Arbitrary<number[]> {
  const weight = fc.oneof(
    fc.integer({ min: 0, max: 4 }),
    fc.double({ min: 1e-6, max: 1, noNaN: true }),
    fc.constant(1e3),
  );
  return fc
    .array(weight, { minLength: min, maxLength: max })
    .filter((weights) => weights.some((w) => w > 0))
    .map(normalised);
}

function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
