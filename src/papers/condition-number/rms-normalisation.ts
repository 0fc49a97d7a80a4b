import * as tf from '@tensorflow/tfjs-core';

/** Keeps a vector of zeros at zero. */
const epsilon = 1e-5;

/**
 * Root-mean-square normalisation, x / √(mean x² + ε) over the last axis, without a gain (B. Zhang, R. Sennrich, NeurIPS
 * 2019). Its derivative is written out, r (dy − y mean(y dy)) with r = 1/√(mean x² + ε): automatic ones go through
 * twice as many products.
 */
export function rmsNormalisation(x: tf.Tensor3D): tf.Tensor3D {
  return tf.customGrad<tf.Tensor3D>((input, save) => {
    const values = input as tf.Tensor3D;
    const factor = tf.div(1, tf.sqrt(tf.add(tf.mean(tf.square(values), -1, true), epsilon)));
    const y = tf.mul<tf.Tensor3D>(values, factor);
    (save as tf.GradSaveFunc)([y, factor]);
    return {
      value: y,
      gradFunc: (dy: tf.Tensor3D, saved: tf.Tensor[]) => {
        const [y, factor] = saved;
        const along = tf.mean(tf.mul(dy, y), -1, true);
        return tf.mul(tf.sub(dy, tf.mul(y, along)), factor);
      },
    };
  })(x);
}
