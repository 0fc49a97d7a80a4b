import * as tf from '@tensorflow/tfjs-core';
import { normalisationFloor } from '../../../../lib/information/quadratic-mutual-information.js';
import { kernelMoments } from './kernel-moments.js';

/**
 * Cauchy–Schwarz quadratic mutual information of each pair of kernel matrices, in nats:
 * I_CS = log(AB / C²) with the moments of {@link kernelMoments} (S. Yu et al., ICLR 2024, Prop. 2).
 *
 * @param K `[m, N, N]`; @param Q `[m, N, N]`; both symmetric.
 * @returns `[m]`
 */
export function quadraticMutualInformation(K: tf.Tensor3D, Q: tf.Tensor3D): tf.Tensor1D {
  const { joint, product, cross } = kernelMoments(K, Q);
  return tf.sub(tf.add(tf.log(joint), tf.log(product)), tf.mul(tf.log(cross), 2));
}

/**
 * I_CS(x; t) / √(I_CS(x; x) I_CS(t; t)). A representation that collapses to a point makes it 0 / 0: the
 * product under the root has a floor, so that training goes on; a reader of the value must look at I_CS(t; t).
 *
 * @param selfK I_CS(x; x), `[m]`, for a caller that has it already.
 * @returns `[m]`
 */
export function normalizedQuadraticMutualInformation(
  K: tf.Tensor3D,
  Q: tf.Tensor3D,
  selfK: tf.Tensor1D = quadraticMutualInformation(K, K),
): tf.Tensor1D {
  const selves = tf.maximum(tf.mul(selfK, quadraticMutualInformation(Q, Q)), normalisationFloor);
  return tf.div(quadraticMutualInformation(K, Q), tf.sqrt(selves));
}
