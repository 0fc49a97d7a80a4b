import { checkFinite } from '../../../lib/information/finite-points.js';
import { gaussianGram, gaussianKernel } from '../../../lib/information/gaussian-kernel.js';

/** Inner products of the kernel mean embeddings μ_a, μ_b of two samples. */
export interface EmbeddingProducts {
  readonly aa: number;
  readonly bb: number;
  readonly ab: number;
}

/**
 * Means of the Gaussian kernel over all pairs, diagonals included: ⟨μ_a, μ_a⟩, ⟨μ_b, μ_b⟩ and ⟨μ_a, μ_b⟩.
 *
 * @param a points `[m, dimension]`, row-major; @param b points `[n, dimension]`.
 * @throws {RangeError} where a coordinate is not finite.
 */
export function embeddingProducts(
  a: Float64Array,
  b: Float64Array,
  dimension: number,
  width: number,
): EmbeddingProducts {
  checkFinite(a, dimension);
  checkFinite(b, dimension);
  return {
    aa: mean(gaussianGram(a, dimension, width)),
    bb: mean(gaussianGram(b, dimension, width)),
    ab: mean(gaussianKernel(a, b, dimension, width)),
  };
}

function mean(matrix: Float64Array): number {
  let sum = 0;
  for (const value of matrix) sum += value;
  return sum / matrix.length;
}
