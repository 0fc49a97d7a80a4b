import * as tf from '@tensorflow/tfjs-core';
import { oneHotRows } from '../../src/lib/learning/classifier.js';

/** What the next symbol is predicted from, and that symbol. */
export interface TokenRows {
  readonly count: number;
  /** One-hot, side by side, `[n, context × symbols]`. */
  readonly contexts: tf.Tensor2D;
  /** One-hot, `[n, symbols]`. */
  readonly targets: tf.Tensor2D;
}

/** Every symbol of a sequence but the first few, with those before it. */
export function tokenRows(tokens: Uint8Array, context: number, symbols: number): TokenRows {
  const count = tokens.length - context;
  const before = Uint8Array.from(
    { length: count * context },
    (_, at) => tokens[Math.floor(at / context) + (at % context)],
  );
  return tf.tidy(() => ({
    count,
    contexts: tf.reshape<tf.Rank.R2>(oneHotRows(before, symbols), [count, context * symbols]),
    targets: oneHotRows(tokens.subarray(context), symbols),
  }));
}

/** Contexts as single symbols, `[n × context, symbols]`. */
export function singleSymbols(contexts: tf.Tensor2D, symbols: number): tf.Tensor2D {
  return tf.reshape(contexts, [-1, symbols]);
}
