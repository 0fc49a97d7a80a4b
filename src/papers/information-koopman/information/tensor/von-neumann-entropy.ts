import * as tf from '@tensorflow/tfjs-core';
import { symmetricEigen } from '../../../../lib/linear-algebra/symmetric-eigen.js';

/** Is added to the diagonal of a covariance, so that few samples in many dimensions have no eigenvalue of zero. */
const ridge = 1e-8;

/** Eigenvalues of ρ are no less than this in the logarithm. */
const floor = 1e-8;

/**
 * ρ = C / tr C of every member, C the unbiased covariance of its rows, plus 1e-8 I.
 *
 * @param z `[members, n, d]`, n ≥ 2.
 * @returns `[members, d, d]`.
 */
export function normalisedCovariance(z: tf.Tensor3D): tf.Tensor3D {
  return tf.tidy(() => {
    const [, n, d] = z.shape;
    const centred = tf.sub(z, tf.mean(z, 1, true)) as tf.Tensor3D;
    const scaled = tf.div(tf.matMul(centred, centred, true), n - 1);
    const covariance = tf.add(scaled, tf.mul(tf.eye(d), ridge));
    const trace = tf.sum(tf.mul(covariance, tf.eye(d)), [1, 2], true);
    return tf.div(covariance, trace);
  });
}

/** Entropy of a ρ, and what its derivative is made of. */
export interface EntropyOperator {
  /** S in nats, by member. */
  readonly entropies: Float64Array;
  /** L = −V ln(max(λ, 1e-8)) Vᵀ with ρ = V diag(λ) Vᵀ, `[members, d, d]`. */
  readonly operator: Float32Array;
}

/**
 * Diagonalises ρ of every member in double precision.
 *
 * The sum Σ_ij L_ij ρ_ij, with L held constant, has the value of the von Neumann entropy S and, since tr ρ = 1 whatever
 * z is, its gradient: dS = −Σ (ln λ_i + 1) dλ_i = Σ_ij L_ij dρ_ij − d tr ρ. No eigenvalue is differentiated.
 *
 * @param rho `[members, d, d]`, read back from the backend.
 */
export function entropyOperator(rho: ArrayLike<number>, members: number): EntropyOperator {
  const d = Math.sqrt(rho.length / members);
  const entropies = new Float64Array(members);
  const operator = new Float32Array(members * d * d);
  for (let member = 0; member < members; member++) {
    const start = member * d * d;
    const { values, vectors } = symmetricEigen(
      Float64Array.from({ length: d * d }, (_, at) => rho[start + at]),
    );
    values.forEach((value, k) => {
      const log = -Math.log(Math.max(value, floor));
      entropies[member] += Math.max(value, 0) * log;
      for (let i = 0; i < d; i++) {
        const scaled = log * vectors[k * d + i];
        for (let j = 0; j < d; j++) operator[start + i * d + j] += scaled * vectors[k * d + j];
      }
    });
  }
  return { entropies, operator };
}

/**
 * Σ_ij L_ij ρ_ij of every member: value and gradient of the entropy where L was made of the same rows.
 *
 * @param z `[members, n, d]`; @param operator L, `[members, d, d]`.
 * @returns `[members]`.
 */
export function entropySurrogate(z: tf.Tensor3D, operator: tf.Tensor3D): tf.Tensor1D {
  return tf.tidy(() => tf.sum(tf.mul(normalisedCovariance(z), operator), [1, 2]));
}
