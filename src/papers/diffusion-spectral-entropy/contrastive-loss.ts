import * as tf from '@tensorflow/tfjs-core';

/**
 * The contrastive loss of SimCLR (T. Chen, S. Kornblith, M. Norouzi, G. Hinton, ICML 2020, equation 1, "NT-Xent"): with
 * cosine similarities s between all 2n views, the mean over views i, whose partner is p(i), of
 * −log (exp(s_ip(i) / τ) / Σ_{k≠i} exp(s_ik / τ)), in nats; of each member of an ensemble.
 *
 * @param views `[members, 2n, d]`: n rows, then the n other views of the same, in the same order; none of length 0.
 * @param temperature τ
 * @returns `[members]`
 */
export function contrastiveLoss(views: tf.Tensor3D, temperature: number): tf.Tensor1D {
  return tf.tidy(() => {
    const [, count] = views.shape;
    const lengths = tf.sqrt(tf.add(tf.sum(tf.mul(views, views), -1, true), 1e-12));
    const unit = tf.div(views, lengths) as tf.Tensor3D;
    const similarities = tf.div(tf.matMul(unit, unit, false, true), temperature);
    const itself = tf.mul(tf.eye(count), -1e9);
    // No similarity is above 1 / τ: less that, none overflows.
    const shares = tf.exp(tf.sub(tf.add(similarities, itself), 1 / temperature));
    const others = tf.add(tf.log(tf.sum(shares, -1)), 1 / temperature);
    const n = count / 2;
    const half = (from: number) => tf.slice(unit, [0, from, 0], [-1, n, -1]);
    const partners = tf.div(tf.sum(tf.mul(half(0), half(n)), -1), temperature);
    return tf.sub(tf.mean(others, -1), tf.mean(partners, -1)) as tf.Tensor1D;
  });
}
