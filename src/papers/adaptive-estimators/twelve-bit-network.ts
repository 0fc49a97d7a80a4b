import {
  accuracy,
  layerOutputs,
  type PlainNetwork,
  truncatedNormalNetwork,
} from '../../lib/learning/plain-network.js';
import { trainPlainClassifier } from '../../lib/learning/plain-training.js';
import { type ScalarActivationName, scalarActivations } from '../../lib/learning/scalar-activation.js';
import { random } from '../../lib/statistics/random.js';
import type { TwelveBitTask } from './twelve-bit-task.js';

/** Widths of R. Shwartz-Ziv's and N. Tishby's network for their task of twelve bits: five hidden layers. */
export const twelveBitSizes: readonly number[] = [12, 10, 7, 5, 4, 3, 2];

export interface TwelveBitTraining {
  readonly activation: ScalarActivationName;
  /** λ of λ Σ ½‖W‖² over the weights of the hidden layers. */
  readonly l2: number;
  /**
   * `random`: four fifths of the patterns at random, in a new order each epoch; `counting`: the first four fifths in
   * counting order, always in this order, as the code of I. Chelombiev, C. Houghton and C. O'Donnell (2019) does.
   */
  readonly split: 'random' | 'counting';
  /** Base seed and number of the network: first weights, split and order depend on both and on nothing else. */
  readonly seed: number;
  readonly member: number;
  readonly learningRate: number;
  readonly batch: number;
}

/** A network after a number of epochs. */
export interface TwelveBitEpoch {
  readonly epoch: number;
  /** Trained further in place: copy the parameters to keep them. */
  readonly network: PlainNetwork;
  /** On all 4096 patterns, for each hidden layer `[4096, units]`. */
  readonly layers: readonly Float64Array[];
  readonly accuracy: { readonly train: number; readonly test: number };
}

/** Share of the patterns that are trained on. */
const trainShare = 0.8;

/**
 * Trains a network on the task of twelve bits and shows it at given epochs (ascending; 0 is before training). First
 * weights: truncated normal of gain 1 for tanh and 2 for the others, biases 0.
 */
export function* trainTwelveBitNetwork(
  { inputs, labels }: TwelveBitTask,
  { activation, l2, split, seed, member, learningRate, batch }: TwelveBitTraining,
  epochs: readonly number[],
): Generator<TwelveBitEpoch, void, void> {
  const network = truncatedNormalNetwork(
    twelveBitSizes,
    scalarActivations[activation],
    activation === 'tanh' ? 1 : 2,
    random(seed, 'weights', member),
  );
  const patterns = labels.codes.length;
  const rows =
    split === 'random'
      ? random(seed, 'split', member).shuffle(patterns)
      : Uint32Array.from({ length: patterns }, (_, row) => row);
  const count = Math.round(trainShare * patterns);
  const [train, test] = [rows.subarray(0, count), rows.subarray(count)];
  const batches = random(seed, 'batches', member);
  const order = () => (split === 'random' ? batches.shuffle(count).map((at) => train[at]) : train);
  const data = { inputs, classes: labels.codes };
  const training = trainPlainClassifier(network, data, { learningRate, weightDecay: l2, batch, order });
  let done = 0;
  for (const epoch of epochs) {
    while (done < epoch) done = training.next().value;
    const outputs = layerOutputs(network, inputs);
    const logits = outputs[outputs.length - 1];
    yield {
      epoch,
      network,
      layers: outputs.slice(0, -1),
      accuracy: {
        train: accuracy(logits, labels.codes, train),
        test: accuracy(logits, labels.codes, test),
      },
    };
  }
}
