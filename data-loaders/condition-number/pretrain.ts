import * as tf from '@tensorflow/tfjs-core';
import { createAdamW } from '../../src/lib/learning/adamw.js';
import { sharedMinibatches } from '../../src/lib/learning/member-minibatches.js';
import { descend } from '../../src/lib/learning/train.js';
import type { Random } from '../../src/lib/statistics/random.js';
import type { ForgettingParameters, Study } from './forgetting.js';
import { type Network, networkFrom, nextSymbolLoss, stream, tensorsOf } from './residual-network.js';
import { singleSymbols, type TokenRows } from './token-rows.js';

/** Trains all tensors of a network, which it takes over, and yields the steps taken; returns the trained network. */
export function* pretrain(
  start: Network,
  { count, contexts, targets }: TokenRows,
  { pretraining }: Study,
  { pretrainingRate: learningRate, weightDecay, batch, symbols }: ForgettingParameters,
  source: Random,
): Generator<number, Network, void> {
  const rows = sharedMinibatches(count, batch, source);
  const adamW = createAdamW({ learningRate, weightDecay });
  const parameters = { now: tensorsOf(start) };
  let finished = false;
  try {
    yield* descend(parameters, adamW, pretraining, (changed) => {
      const indices = rows();
      const before = singleSymbols(tf.gather(contexts, indices), symbols);
      const next = tf.expandDims(tf.gather(targets, indices), 0) as tf.Tensor3D;
      const network = networkFrom(changed);
      return tf.sum(nextSymbolLoss(network, stream(network, before), next));
    });
    finished = true;
    return networkFrom(parameters.now);
  } finally {
    adamW.dispose();
    if (!finished) tf.dispose([...parameters.now]);
  }
}
