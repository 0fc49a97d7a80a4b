import { gaussianGram } from '../../lib/information/gaussian-kernel.js';

/**
 * Which walk on the points is meant, with G the Gaussian kernel matrix and K = D^(−½) G D^(−½), D its row sums:
 * - `code`: K itself, similar to the plain walk D⁻¹ G, as the authors' released code has it;
 * - `text`: the rows of K normalised once more, D_K⁻¹ K, as their text has it (R. Coifman and S. Lafon's
 *   anisotropic diffusion with α = ½).
 */
export const diffusionVariants = ['code', 'text'] as const;

export type DiffusionVariant = (typeof diffusionVariants)[number];

/**
 * A symmetric matrix with the eigenvalues of the diffusion on a set of points: 1 is the largest, once for each
 * group of points that no step leaves, and none is negative beyond rounding.
 *
 * @param points `[n, dimension]`, row-major.
 * @param width σ of the kernel exp(−‖·‖² / 2σ²), in the units of the coordinates.
 * @returns `[n, n]`
 */
export function diffusionMatrix(
  points: Float64Array,
  dimension: number,
  width: number,
  variant: DiffusionVariant = 'code',
): Float64Array {
  const K = normalised(gaussianGram(points, dimension, width));
  return variant === 'code' ? K : normalised(K);
}

/** Divides every element by the roots of the sums of its row and of its column. */
function normalised(matrix: Float64Array): Float64Array {
  const n = Math.sqrt(matrix.length);
  const roots = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j];
    roots[i] = Math.sqrt(sum);
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) matrix[i * n + j] /= roots[i] * roots[j];
  return matrix;
}
