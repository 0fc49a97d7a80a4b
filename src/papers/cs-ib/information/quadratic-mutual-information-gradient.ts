import { gaussianGram } from '../../../lib/information/gaussian-kernel.js';
import { kernelMoments } from '../../../lib/information/kernel-moments.js';
import {
  informationOfMoments,
  normalisationFloor,
} from '../../../lib/information/quadratic-mutual-information.js';

/** A value, and its derivative with respect to each coordinate of the points `[N, dimension]`. */
export interface Differentiated {
  readonly value: number;
  readonly gradient: Float64Array;
}

/**
 * I_CS(x; t) in nats and its gradient in the points t, whose Gaussian kernel is Q:
 * ∂I/∂t_i = −(2/σ²) Σ_k G_ik Q_ik (t_i − t_k), G_ik = K_ik/ΣKQ + 1/ΣQ − (k_i + k_k)/Σ_i k_i q_i.
 *
 * @param K kernel matrix `[N, N]` of x; @param points t, `[N, dimension]`; @param width σ of t's kernel.
 */
export function quadraticMutualInformationGradient(
  K: Float64Array,
  points: Float64Array,
  dimension: number,
  width: number,
): Differentiated {
  const Q = gaussianGram(points, dimension, width);
  const moments = kernelMoments(K, Q);
  const n = moments.rowsK.length;
  const joint = 1 / (moments.joint * n ** 2);
  const cross = 1 / (moments.cross * n ** 3);
  const weights = new Float64Array(n * n);
  for (let i = 0, at = 0; i < n; i++)
    for (let k = 0; k < n; k++, at++)
      weights[at] =
        Q[at] * (joint * K[at] + 1 / moments.sumQ - cross * (moments.rowsK[i] + moments.rowsK[k]));
  return {
    value: informationOfMoments(moments),
    gradient: chainThroughKernel(weights, points, dimension, width),
  };
}

/**
 * I_CS(t; t) in nats and its gradient in t: as above with
 * G_ik = 2Q_ik/ΣQ² + 2/ΣQ − 2(q_i + q_k)/Σ_i q_i².
 */
export function selfInformationGradient(
  points: Float64Array,
  dimension: number,
  width: number,
): Differentiated {
  const Q = gaussianGram(points, dimension, width);
  const { value, gradient } = quadraticMutualInformationGradient(Q, points, dimension, width);
  // Both arguments of I_CS(t; t) move, and it is symmetric in them.
  return { value, gradient: gradient.map((component) => 2 * component) };
}

/**
 * The penalty of the objective: I_CS(x; t) / √max(I_CS(x; x) I_CS(t; t), 1e-12), and its gradient in t.
 * Unlike the reported `normalizedQuadraticMutualInformation` it stays a number when t collapses, so that
 * training goes on; where the floor holds, the root is a constant.
 *
 * @param selfK I_CS(x; x), constant while x is.
 */
export function normalizedQuadraticMutualInformationGradient(
  K: Float64Array,
  selfK: number,
  points: Float64Array,
  dimension: number,
  width: number,
): Differentiated {
  const own = selfInformationGradient(points, dimension, width);
  const joint = quadraticMutualInformationGradient(K, points, dimension, width);
  const product = selfK * own.value;
  const root = Math.sqrt(Math.max(product, normalisationFloor));
  const value = joint.value / root;
  const pull = product > normalisationFloor ? value / (2 * own.value) : 0;
  return { value, gradient: joint.gradient.map((g, i) => g / root - pull * own.gradient[i]) };
}

/** −(2/σ²) Σ_k weights_ik (t_i − t_k) for symmetric weights `[N, N]`. */
function chainThroughKernel(
  weights: Float64Array,
  points: Float64Array,
  dimension: number,
  width: number,
): Float64Array {
  const n = points.length / dimension;
  const scale = -2 / (width * width);
  const gradient = new Float64Array(points.length);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const weight = scale * weights[i * n + k];
      for (let c = 0; c < dimension; c++)
        gradient[i * dimension + c] += weight * (points[i * dimension + c] - points[k * dimension + c]);
    }
  return gradient;
}
