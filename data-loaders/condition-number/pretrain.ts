import * as tf from '@tensorflow/tfjs-core';
import { createAdamW } from '../../src/lib/learning/adamw.js';
import { minibatches } from '../../src/lib/learning/minibatches.js';
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
  const batches = minibatches(count, batch, source);
  const adamW = createAdamW({ learningRate, weightDecay });
  let parameters = tensorsOf(start);
  let finished = false;
  try {
    for (let step = 0; step < pretraining; step++) {
      const gradients = tf.tidy(() => {
        const indices = tf.tensor1d(Int32Array.from(batches.next().value), 'int32');
        const before = singleSymbols(tf.gather(contexts, indices), symbols);
        const next = tf.expandDims(tf.gather(targets, indices), 0) as tf.Tensor3D;
        return tf.grads((...changed) => {
          const network = networkFrom(changed as tf.Tensor3D[]);
          return tf.sum(nextSymbolLoss(network, stream(network, before), next));
        })(parameters);
      }) as tf.Tensor3D[];
      const moved = adamW.step(parameters, gradients);
      tf.dispose([parameters, gradients]);
      parameters = moved;
      yield step + 1;
    }
    finished = true;
    return networkFrom(parameters);
  } finally {
    adamW.dispose();
    if (!finished) tf.dispose(parameters);
  }
}
