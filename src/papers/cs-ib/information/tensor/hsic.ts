import * as tf from '@tensorflow/tfjs-core';
import { kernelMoments } from './kernel-moments.js';

/**
 * Hilbert-Schmidt independence criterion, biased estimator: A + B − 2C with the moments of
 * {@link kernelMoments} (A. Gretton et al., ALT 2005). A pure number.
 *
 * @param K `[m, N, N]`; @param Q `[m, N, N]`; both symmetric.
 * @returns `[m]`; NaN where an element is, as no tensor is read here.
 */
export function hsic(K: tf.Tensor3D, Q: tf.Tensor3D): tf.Tensor1D {
  const { joint, product, cross } = kernelMoments(K, Q);
  return tf.sub(tf.add(joint, product), tf.mul(cross, 2));
}
