import { type EmbeddingProducts, embeddingProducts } from './mean-embedding.js';

/**
 * Squared maximum mean discrepancy ‖μ_a − μ_b‖² of two samples, diagonals included (the biased estimate of
 * A. Gretton et al., "A kernel two-sample test", *JMLR* 13, 2012): the squared distance of the embeddings of
 * which the Cauchy–Schwarz divergence takes the angle.
 *
 * @param a points `[m, dimension]`, row-major; @param b points `[n, dimension]`.
 * @param width σ of the kernel, in the units of the coordinates.
 */
export function maximumMeanDiscrepancy(
  a: Float64Array,
  b: Float64Array,
  dimension: number,
  width: number,
): number {
  return discrepancyOfEmbeddings(embeddingProducts(a, b, dimension, width));
}

/** The same from the inner products of the embeddings. */
export function discrepancyOfEmbeddings({ aa, bb, ab }: EmbeddingProducts): number {
  return aa + bb - 2 * ab;
}
