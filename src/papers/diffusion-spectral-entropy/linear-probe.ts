import { accuracy, layerOutputs, type PlainNetwork } from '../../lib/learning/plain-network.js';
import { trainPlainClassifier } from '../../lib/learning/plain-training.js';
import { scalarActivations } from '../../lib/learning/scalar-activation.js';
import type { Random } from '../../lib/statistics/random.js';

/** Representations of rows, and the class of each. */
export interface RepresentedRows {
  /** `[n, width]`, row-major. */
  readonly z: Float64Array;
  /** `[n]` */
  readonly labels: ArrayLike<number>;
}

/** How well a line tells classes apart, as shares of the rows. */
export interface ProbeAccuracy {
  readonly train: number;
  readonly test: number;
}

/**
 * The accuracy of a linear probe: multinomial logistic regression on a representation that stays as it is, which is
 * first divided by the standard deviation of all its values in training. From weights of 0, by Adam at rate 0.01,
 * 100 epochs in minibatches of 100 rows (or all, where there are fewer).
 */
export function linearProbe(
  train: RepresentedRows,
  test: RepresentedRows,
  width: number,
  classes: number,
  random: Random,
): ProbeAccuracy {
  const scale = deviation(train.z) || 1;
  const scaled = ({ z, labels }: RepresentedRows) => ({
    inputs: z.map((value) => value / scale),
    classes: Uint32Array.from(labels),
  });
  const [learnt, judged] = [train, test].map(scaled);
  const network: PlainNetwork = {
    sizes: [width, classes],
    activation: scalarActivations.relu,
    parameters: new Float64Array((width + 1) * classes),
  };
  const n = train.labels.length;
  const order = () => random.shuffle(n);
  const options = { learningRate: 0.01, weightDecay: 0, batch: Math.min(100, n), order };
  for (const epoch of trainPlainClassifier(network, learnt, options)) if (epoch === 100) break;
  const shareRight = ({ inputs, classes: truth }: typeof learnt) =>
    accuracy(
      layerOutputs(network, inputs)[0],
      truth,
      Uint32Array.from(truth, (_, row) => row),
    );
  return { train: shareRight(learnt), test: shareRight(judged) };
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
