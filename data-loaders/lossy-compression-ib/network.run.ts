import * as tf from '@tensorflow/tfjs-core';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { activations } from '../../src/lib/learning/activations.js';
import { createAdam } from '../../src/lib/learning/adam.js';
import { classificationLoss, oneHotRows, scoreOf } from '../../src/lib/learning/classifier.js';
import { createEnsemble, parametersOf } from '../../src/lib/learning/ensemble.js';
import { memberMinibatches } from '../../src/lib/learning/member-minibatches.js';
import { sizesOf } from '../../src/lib/learning/stages.js';
import { train } from '../../src/lib/learning/train.js';
import { fastRandom } from '../../src/lib/statistics/fast-random.js';
import { random } from '../../src/lib/statistics/random.js';
import { layerNames } from '../../src/papers/lossy-compression-ib/tables.js';
import { classifierStages } from './classifier.js';
import { type DigitRows, digitRows, pixels } from './digit-rows.js';
import { inputCodes } from './input-codes.js';
import { measureLayer } from './measure-layer.js';
import type { definition } from './network.js';

const digits = 10;
const last = layerNames.length - 1;
/** Images at once in evaluation: a bound on memory. */
const chunk = 1000;
/** Images of the training on which the loss is told. */
const shownOfTraining = 2000;

/** Trains one classifier, and looks at its layers at every checkpoint. */
export async function* run({
  params,
  part,
  seed,
  signal,
  array,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { sigma, seed: number } = part.of;
  const { training, evaluation } = await digitRows(params, array);

  // The same codes in every part: the image is squeezed once, whatever the classifier.
  const codes = yield* shared(0.2, inputCodes(training.x, evaluation.x, params, seed, signal));

  const stages = classifierStages(sigma);
  const stream = (name: string) => random(seed, 'network', name, sigma, number);
  const ensemble = createEnsemble(sizesOf(stages), [stream('weights')], 1);
  const adam = createAdam({ learningRate: params.learningRate });
  const batches = memberMinibatches(training.labels.length, params.batch, [stream('batches')]);
  const data = { x: rowsTensor(training.x), oneHot: oneHotRows(training.labels, digits) };
  const shown = { evaluation: rowsTensor(evaluation.x), training: headOf(data.x, shownOfTraining) };
  const noise = [fastRandom(stream('evaluation noise'))];
  const outputs = (x: tf.Tensor2D, wanted: readonly number[]) =>
    activations(stages, ensemble.layers, x, { wanted, streams: noise, chunk });

  const look = async (step: number) => {
    const layers = await outputs(
      shown.evaluation,
      layerNames.map((_, index) => index),
    );
    const [[onTraining]] = await outputs(shown.training, [last]);
    const { loss, accuracy } = scoreOf(layers[last][0], evaluation.labels, digits);
    const trainingLabels = training.labels.subarray(0, shownOfTraining);
    const rows = layerNames.flatMap((layer, index) =>
      measureLayer(layers[index][0], evaluation.labels, codes).map((measured) => ({
        seed: number,
        sigma,
        layer,
        step,
        ...measured,
        loss_train: scoreOf(onTraining, trainingLabels, digits).loss,
        loss_eval: loss,
        acc: accuracy,
      })),
    );
    return { table: 'plane', rows } as const;
  };

  const { checkpoints } = params;
  const steps = checkpoints[checkpoints.length - 1];
  const loss = classificationLoss(stages, data, batches, [fastRandom(stream('training noise'))]);
  try {
    if (checkpoints.includes(0)) yield await look(0);
    for (const step of train(ensemble, adam, steps, loss)) {
      signal.throwIfAborted();
      if (checkpoints.includes(step)) yield await look(step);
      yield { progress: 0.2 + (0.8 * step) / steps };
    }
  } finally {
    adam.dispose();
    tf.dispose([data, shown, parametersOf(ensemble.layers)]);
  }
}

/** Passes fractions on as the first share of a part's progress. */
async function* shared<T>(
  share: number,
  steps: AsyncGenerator<number, T, void>,
): AsyncGenerator<{ readonly progress: number }, T, void> {
  for (;;) {
    const { done, value } = await steps.next();
    if (done) return value;
    yield { progress: share * value };
  }
}

function rowsTensor(x: DigitRows['x']): tf.Tensor2D {
  return tf.tensor2d(x, [x.length / pixels, pixels]);
}

function headOf(x: tf.Tensor2D, rows: number): tf.Tensor2D {
  return tf.slice(x, [0, 0], [Math.min(rows, x.shape[0]), pixels]);
}
