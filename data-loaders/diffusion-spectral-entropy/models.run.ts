import * as tf from '@tensorflow/tfjs-core';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { labelsOf } from '../../src/lib/information/labels.js';
import { parametersOf } from '../../src/lib/learning/ensemble.js';
import { random } from '../../src/lib/statistics/random.js';
import { createClassifiers, readClassifiers } from './classifier.js';
import { trainClassifiers } from './classifier-training.js';
import { inputs, latentTask } from './latent-task.js';
import type { definition, ModelsParameters } from './models.js';
import { entropyOf, informationOf } from './representation.js';

/** Trains some of the models, one after the other: no two are of one shape. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { models } = part.of;
  const { kernelWidth } = params;
  const { train, validation } = latentTask(seed, 0, Math.max(...params.trainRows), params.validationRows);
  const truth = labelsOf(validation.labels);
  for (const [done, model] of models.entries()) {
    const { hidden, width, rows, epochs, lr } = drawModel(model, seed, params);
    const own = { x: train.x.subarray(0, rows * inputs), labels: train.labels.subarray(0, rows) };
    const ensemble = createClassifiers({ hidden, width }, 1, { seed, number: model });
    const order = random(seed, 'batches', model);
    const training = { ...params, epochs, learningRate: lr, labels: [own.labels], order, signal };
    for (const epoch of trainClassifiers(ensemble, own, training))
      yield { progress: (done + epoch / epochs) / models.length };
    const [{ z, accuracy }] = await readClassifiers(ensemble, validation, [validation.labels]);
    tf.dispose(parametersOf(ensemble.layers));
    const subsets = random(seed, 'subsets', 0);
    yield {
      table: 'models',
      rows: [
        {
          model,
          epochs,
          lr,
          hidden,
          width,
          train_size: rows,
          val_acc: accuracy,
          dse: entropyOf(z, width, kernelWidth),
          dsmi_y: informationOf(z, width, truth, { width: kernelWidth, random: subsets }),
        },
      ],
    };
  }
}

/** The sizes and the training of a model, from a stream of its own. */
function drawModel(model: number, seed: number, params: ModelsParameters) {
  const { integer, uniform } = random(seed, 'model', model);
  const one = (from: readonly number[]) => from[integer(from.length)];
  const [low, high] = params.logRates;
  return {
    epochs: 1 + integer(params.epochs),
    lr: 10 ** (low + (high - low) * uniform()),
    hidden: one(params.hidden),
    width: one(params.widths),
    rows: one(params.trainRows),
  };
}
