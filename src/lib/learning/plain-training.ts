import { plainAdam } from './plain-adam.js';
import { type PlainClassification, plainCrossEntropy } from './plain-cross-entropy.js';
import type { PlainNetwork } from './plain-network.js';

export interface PlainTrainingOptions {
  readonly learningRate: number;
  /** See `plainCrossEntropy`. */
  readonly weightDecay: number;
  /** Rows of a minibatch; the last of an epoch may have fewer. */
  readonly batch: number;
  /** The training rows in the order of an epoch, 0, 1, … */
  order(epoch: number): Uint32Array;
}

/** Trains a classifier in place by Adam on its cross-entropy, without end; yields the number of epochs done. */
export function* trainPlainClassifier(
  network: PlainNetwork,
  data: PlainClassification,
  { learningRate, weightDecay, batch, order }: PlainTrainingOptions,
): Generator<number, never, void> {
  const { parameters } = network;
  const gradient = new Float64Array(parameters.length);
  const descend = plainAdam(parameters.length, learningRate);
  const crossEntropy = plainCrossEntropy(network, data, weightDecay, batch);
  for (let epoch = 0; ; epoch++) {
    const rows = order(epoch);
    for (let start = 0; start < rows.length; start += batch) {
      crossEntropy(rows.subarray(start, start + batch), gradient);
      descend(parameters, gradient);
    }
    yield epoch + 1;
  }
}
