import * as tf from '@tensorflow/tfjs-core';
import { negativeLogLikelihood } from '../../src/lib/learning/classifier.js';
import type { Random } from '../../src/lib/statistics/random.js';
import { rmsNormalisation } from '../../src/papers/condition-number/rms-normalisation.js';
import type { Study } from './forgetting.js';

/**
 * A small language model of every member: the embeddings of the last few symbols go, side by side, through a linear
 * layer into a residual stream; blocks h ← h + relu(rms(h) A) B; a linear layer to the logits of the next symbol. No
 * biases. All tensors `[members, inputs, outputs]`.
 */
export interface Network {
  readonly embedding: tf.Tensor3D;
  readonly input: tf.Tensor3D;
  readonly output: tf.Tensor3D;
  /** A₀, B₀, A₁, B₁, … */
  readonly blocks: readonly tf.Tensor3D[];
}

/** One network, its tensors drawn in the order of {@link Network}. */
export function createNetwork(
  { embedding, width, hidden, blocks }: Study,
  { symbols, context }: { readonly symbols: number; readonly context: number },
  { normal }: Random,
): Network {
  const draw = (rows: number, columns: number, deviation: number) => {
    const values = Float32Array.from({ length: rows * columns }, () => deviation * normal());
    return tf.tensor3d(values, [1, rows, columns]);
  };
  return {
    embedding: draw(symbols, embedding, 0.5),
    input: draw(context * embedding, width, 1 / Math.sqrt(context * embedding)),
    output: draw(width, symbols, 1 / Math.sqrt(width)),
    blocks: Array.from({ length: blocks }, () => [
      draw(width, hidden, Math.sqrt(2 / width)),
      draw(hidden, width, 0.3 / Math.sqrt(hidden)),
    ]).flat(),
  };
}

/** All tensors, in a fixed order. */
export function tensorsOf({ embedding, input, output, blocks }: Network): tf.Tensor3D[] {
  return [embedding, input, output, ...blocks];
}

/** The inverse of {@link tensorsOf}. */
export function networkFrom([embedding, input, output, ...blocks]: readonly tf.Tensor3D[]): Network {
  return { embedding, input, output, blocks };
}

/** What enters the blocks, `[members, n, width]`, for symbols one-hot `[n × context, symbols]`. */
export function stream({ embedding, input }: Network, symbols: tf.Tensor2D): tf.Tensor3D {
  const [members, inputs] = input.shape;
  const vectors = tf.matMul(tf.expandDims(symbols, 0), embedding);
  return tf.matMul(tf.reshape(vectors, [members, -1, inputs]) as tf.Tensor3D, input);
}

/**
 * Mean negative log-likelihood of the next symbol, nats, of each member, from what enters its blocks.
 *
 * @param entering `[members or 1, n, width]`; @param targets one-hot, `[1, n, symbols]`
 * @returns `[members]`
 */
export function nextSymbolLoss(
  { blocks, output }: Pick<Network, 'blocks' | 'output'>,
  entering: tf.Tensor3D,
  targets: tf.Tensor3D,
): tf.Tensor1D {
  let h = entering;
  for (let at = 0; at < blocks.length; at += 2) {
    const hidden = tf.relu(tf.matMul(rmsNormalisation(h), blocks[at]));
    h = tf.add(h, tf.matMul(hidden, blocks[at + 1]));
  }
  return negativeLogLikelihood(tf.logSoftmax(tf.matMul(h, output)) as tf.Tensor3D, targets);
}
