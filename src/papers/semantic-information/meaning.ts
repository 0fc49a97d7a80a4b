/**
 * What labels mean: how likely each of n instances is, and how true each of m labels is of it. Matrices of instances
 * and labels are `[n, m]`, row by row, throughout this folder, and all information is in bits.
 */
export interface Meaning {
  /** P(x), `[n]`; sums to 1. */
  readonly prior: Float64Array;
  /** T(θ_j|x) in [0, 1], `[n, m]`; a label's largest value is 1. */
  readonly truth: Float64Array;
}

/** How many labels there are. @throws {RangeError} unless `matrix` has a whole number of columns, one at least. */
export function labelCount(prior: Float64Array, matrix: Float64Array): number {
  const labels = matrix.length / prior.length;
  if (!Number.isInteger(labels) || labels < 1)
    throw new RangeError(
      `${matrix.length} values for ${prior.length} instances: not a whole number of labels`,
    );
  return labels;
}

/**
 * Logical probability T(θ_j) = Σ_x P(x) T(θ_j|x) of each label, `[m]`: how often it is true, which is not how often
 * it is used. C. Lu, Entropy 27(5):461, 2025; the notion is L. Zadeh's probability of a fuzzy event.
 */
export function logicalProbabilities({ prior, truth }: Meaning): Float64Array {
  const labels = labelCount(prior, truth);
  const sums = new Float64Array(labels);
  for (let x = 0; x < prior.length; x++)
    for (let j = 0; j < labels; j++) sums[j] += prior[x] * truth[x * labels + j];
  return sums;
}

/**
 * Semantic information I(x; θ_j) = log₂ T(θ_j|x)/T(θ_j) that label j conveys of instance x, `[n, m]`, bits: negative
 * where the label is less true than usual, −∞ where it is false.
 */
export function semanticInformation(meaning: Meaning): Float64Array {
  const logical = logicalProbabilities(meaning);
  return meaning.truth.map((value, at) => Math.log2(value / logical[at % logical.length]));
}

/** Semantic Bayes, P(x|θ_j) = P(x) T(θ_j|x)/T(θ_j), `[n, m]`: what a listener expects who hears label j. */
export function semanticPosteriors(meaning: Meaning): Float64Array {
  const logical = logicalProbabilities(meaning);
  const labels = logical.length;
  return meaning.truth.map(
    (value, at) => (meaning.prior[Math.floor(at / labels)] * value) / logical[at % labels],
  );
}
