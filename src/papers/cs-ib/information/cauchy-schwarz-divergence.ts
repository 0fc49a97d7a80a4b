import { type EmbeddingProducts, embeddingProducts } from './mean-embedding.js';

/**
 * Cauchy–Schwarz divergence of two samples, in nats: the plug-in estimate of log(∫p² ∫q² / (∫pq)²) with
 * Gaussian kernel density estimates, log⟨μ_a, μ_a⟩ + log⟨μ_b, μ_b⟩ − 2 log⟨μ_a, μ_b⟩, which is −2 log of the
 * cosine between the kernel mean embeddings (R. Jenssen et al., "The Cauchy–Schwarz divergence and Parzen
 * windowing", *J. Franklin Inst.* 343, 2006). Zero for a sample against itself, never negative beyond
 * rounding, and infinite where every cross kernel underflows, at a distance of some 38 widths.
 *
 * @param a points `[m, dimension]`, row-major; @param b points `[n, dimension]`.
 * @param width σ of the kernel, in the units of the coordinates.
 */
export function cauchySchwarzDivergence(
  a: Float64Array,
  b: Float64Array,
  dimension: number,
  width: number,
): number {
  return divergenceOfEmbeddings(embeddingProducts(a, b, dimension, width));
}

/** The same from the inner products of the embeddings. */
export function divergenceOfEmbeddings({ aa, bb, ab }: EmbeddingProducts): number {
  return Math.log(aa) + Math.log(bb) - 2 * Math.log(ab);
}
