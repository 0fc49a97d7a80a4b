import * as tf from '@tensorflow/tfjs-core';
import { checkContrast, shiftAt, type TemporalContrast } from '../contrastive.js';

/** Keeps the norm of a latent at the origin from dividing by zero. */
const tiny = 1e-12;

/**
 * `temporalContrast` of many sequences, in nats, differentiable.
 *
 * @param z `[sequences, T, d]`.
 * @returns `[sequences]`.
 * @throws {RangeError} where no sample has `reach` neighbours on both sides, or reach or temperature is out of range.
 */
export function temporalContrast(z: tf.Tensor3D, { reach, temperature }: TemporalContrast): tf.Tensor1D {
  const [, T] = z.shape;
  const anchors = T - 2 * reach;
  checkContrast(T, { reach, temperature });
  // In single precision e⁸⁸ is the last exponential.
  const shift = shiftAt(temperature, 80);
  return tf.tidy(() => {
    const norms = tf.sqrt(tf.add(tf.sum(tf.square(z), 2, true), tiny));
    const units = tf.div(z, norms) as tf.Tensor3D;
    const middle = tf.slice(units, [0, reach, 0], [-1, anchors, -1]);
    const exponents = tf.div(tf.matMul(middle, units, false, true), temperature);
    const weights = tf.exp(shift === 0 ? exponents : tf.sub(exponents, shift));
    const steps = (anchor: number, other: number) => Math.abs(anchor + reach - other);
    const mask = (holds: (steps: number) => boolean) =>
      tf.tensor2d(
        Float32Array.from({ length: anchors * T }, (_, at) =>
          Number(holds(steps(Math.floor(at / T), at % T))),
        ),
        [anchors, T],
      );
    const positive = tf.sum(
      tf.mul(
        weights,
        mask((n) => n > 0 && n <= reach),
      ),
      2,
    );
    const all = tf.sum(
      tf.mul(
        weights,
        mask((n) => n > 0),
      ),
      2,
    );
    return tf.mean(tf.sub(tf.log(all), tf.log(positive)), 1);
  });
}
