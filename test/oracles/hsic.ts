import { kernelMoments } from '../../src/lib/information/kernel-moments.js';

/**
 * Hilbert–Schmidt independence criterion of N paired points, biased estimate: HSIC = A + B − 2C with the
 * moments of {@link kernelMoments}, tr(KHQH) / N² (A. Gretton et al., "Measuring statistical dependence with
 * Hilbert–Schmidt norms", ALT 2005). It bounds the quadratic mutual information made of the same moments:
 * HSIC ≥ 2C (e^{I_CS/2} − 1).
 *
 * @param K kernel matrix `[N, N]` of the one variable; @param Q of the other.
 */
export function hsic(K: Float64Array, Q: Float64Array): number {
  const { joint, product, cross } = kernelMoments(K, Q);
  return joint + product - 2 * cross;
}
