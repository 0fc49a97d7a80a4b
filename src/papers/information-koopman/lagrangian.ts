import * as tf from '@tensorflow/tfjs-core';
import { decode, encode, type KoopmanEnsemble } from './autoencoder.js';
import type { TemporalContrast } from './information/contrastive.js';
import { temporalContrast } from './information/tensor/temporal-contrast.js';
import { entropySurrogate } from './information/tensor/von-neumann-entropy.js';

/** The multipliers of a variant: of temporal coherence, of structural consistency, of the entropy. */
export interface Multipliers {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

/** A minibatch of windows: `[members, windows, T + 1, m]`. */
export type WindowBatch = tf.Tensor4D;

/** Terms of the loss, each `[members]`. */
export interface LagrangianTerms {
  /** Mean squared error of the states decoded from the predicted latents, one step on. */
  readonly forward: tf.Tensor1D;
  /** Mean squared error of the states decoded from their own latents. */
  readonly reconstruction: tf.Tensor1D;
  /** Structural consistency: mean of (z K − z₊)². */
  readonly consistency: tf.Tensor1D;
  /** Temporal coherence as a contrast, in nats: the lower, the more information between neighbours. */
  readonly contrast: tf.Tensor1D;
  /** Von Neumann entropy of the latents, in nats. */
  readonly entropy: tf.Tensor1D;
}

/** The neighbours and the temperature that run in the released code. */
export const neighbours: TemporalContrast = { reach: 3, temperature: 0.1 };

/**
 * The terms of the information-theoretic Lagrangian for autoencoders (X. Cheng et al., ICLR 2026, algorithm 2), on the
 * first T states of each window where only one is asked for.
 *
 * @param operator what {@link batchCovariance} gave, through `entropyOperator`: `[members, d, d]`.
 */
export function lagrangianTerms(
  model: KoopmanEnsemble,
  batch: WindowBatch,
  operator: tf.Tensor3D,
): LagrangianTerms {
  const [members, windows, length, m] = batch.shape;
  const T = length - 1;
  const d = model.K.shape[1];
  const rows = (x: tf.Tensor, steps: number, size: number): tf.Tensor3D =>
    tf.reshape(x, [members, windows * steps, size]);
  const z = encode(model, rows(batch, length, m));
  const sequences = tf.reshape(z, [members, windows, length, d]);
  const now = rows(tf.slice(sequences, [0, 0, 0, 0], [-1, -1, T, -1]), T, d);
  const next = rows(tf.slice(sequences, [0, 0, 1, 0], [-1, -1, T, -1]), T, d);
  const predicted: tf.Tensor3D = tf.matMul(now, model.K);
  // One pass through the decoder serves the predicted latents and the latents themselves.
  const states = decode(model, tf.concat([predicted, z], 1));
  const target = tf.concat(
    [rows(tf.slice(batch, [0, 0, 1, 0], [-1, -1, T, -1]), T, m), rows(batch, length, m)],
    1,
  );
  const errors = tf.square(tf.sub(states, target));
  const meanOf = (start: number, count: number): tf.Tensor1D =>
    tf.mean(tf.slice(errors, [0, start, 0], [-1, count, -1]), [1, 2]);
  const contrasts = temporalContrast(tf.reshape(now, [members * windows, T, d]), neighbours);
  return {
    forward: meanOf(0, windows * T),
    reconstruction: meanOf(windows * T, windows * length),
    consistency: tf.mean(tf.square(tf.sub(predicted, next)), [1, 2]),
    contrast: tf.mean(tf.reshape(contrasts, [members, windows]), 1),
    entropy: entropySurrogate(now, operator),
  };
}

/** forward + reconstruction + β consistency + α contrast − γ entropy, summed over the members. */
export function lagrangian(
  { forward, reconstruction, consistency, contrast, entropy }: LagrangianTerms,
  multipliers: readonly Multipliers[],
): tf.Scalar {
  const weights = (of: (each: Multipliers) => number) => tf.tensor1d(multipliers.map(of));
  const terms = [
    tf.add(forward, reconstruction),
    tf.mul(
      consistency,
      weights(({ beta }) => beta),
    ),
    tf.mul(
      contrast,
      weights(({ alpha }) => alpha),
    ),
    tf.mul(
      entropy,
      weights(({ gamma }) => -gamma),
    ),
  ];
  return terms.reduce<tf.Scalar>((sum, term) => tf.add(sum, tf.sum(term)), tf.scalar(0));
}

/** The latents of the first T states of each window, `[members, windows × T, d]`: what the entropy is of. */
export function batchLatents(model: KoopmanEnsemble, batch: WindowBatch): tf.Tensor3D {
  const [members, windows, length, m] = batch.shape;
  const first = tf.slice(batch, [0, 0, 0, 0], [-1, -1, length - 1, -1]);
  return encode(model, tf.reshape(first, [members, windows * (length - 1), m]));
}
