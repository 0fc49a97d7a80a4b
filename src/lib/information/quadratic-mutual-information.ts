import { type KernelMoments, kernelMoments } from './kernel-moments.js';

/** Below this self-information, in nats, a representation counts as collapsed to a point. */
export const collapsed = 1e-6;

/** Floor of the product under the root of the normalisation. */
export const normalisationFloor = 1e-12;

/**
 * Cauchy–Schwarz quadratic mutual information of N paired points, in nats: the divergence of the joint law
 * from the product of the marginals, I_CS = log(AB / C²) with the moments of {@link kernelMoments}
 * (S. Yu et al., "Cauchy–Schwarz divergence information bottleneck for regression", ICLR 2024, Prop. 2).
 * Never negative beyond rounding; log N for kernels so narrow that K = Q = I. Values depend on N, dimension
 * and width: compare them only at equal ones.
 *
 * @param K kernel matrix `[N, N]` of the one variable; @param Q of the other.
 */
export function quadraticMutualInformation(K: Float64Array, Q: Float64Array): number {
  return informationOfMoments(kernelMoments(K, Q));
}

/** The same from the moments. */
export function informationOfMoments({ joint, product, cross }: KernelMoments): number {
  return Math.log(joint) + Math.log(product) - 2 * Math.log(cross);
}

/**
 * I_CS(x; t) / √(I_CS(x; x) I_CS(t; t)), the normalised form in which the paper's code trains and plots.
 * NaN where I_CS(t; t) is below {@link collapsed}: a representation that has collapsed to a point makes it
 * 0 / 0, and the code then returns numbers far above one.
 *
 * @param K kernel matrix `[N, N]` of x; @param Q of t.
 */
export function normalizedQuadraticMutualInformation(K: Float64Array, Q: Float64Array): number {
  const selfQ = quadraticMutualInformation(Q, Q);
  if (selfQ < collapsed) return NaN;
  const selfK = quadraticMutualInformation(K, K);
  return quadraticMutualInformation(K, Q) / Math.sqrt(Math.max(selfK * selfQ, normalisationFloor));
}
