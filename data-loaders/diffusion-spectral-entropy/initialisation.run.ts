import * as tf from '@tensorflow/tfjs-core';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { parametersOf } from '../../src/lib/learning/ensemble.js';
import { random } from '../../src/lib/statistics/random.js';
import { createClassifiers, readClassifiers } from './classifier.js';
import { trainClassifiers } from './classifier-training.js';
import type { definition } from './initialisation.js';
import { latentTask } from './latent-task.js';
import { entropyOf } from './representation.js';

/** Trains the networks of one seed, one a deviation, as one ensemble. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { seed: number } = part.of;
  const { deviations, width, epochs, kernelWidth } = params;
  const { train, validation } = latentTask(seed, number, params.trainRows, params.validationRows);
  const labels = deviations.map(() => train.labels);
  const truth = deviations.map(() => validation.labels);

  const ensemble = createClassifiers(params, deviations.length, {
    seed,
    number,
    hiddenDeviation: deviations,
  });
  const order = random(seed, 'batches', number);
  let initial: number[] = [];
  for (const epoch of trainClassifiers(ensemble, train, { ...params, labels, order, signal })) {
    yield { progress: epoch / epochs };
    if (!params.read.includes(epoch)) continue;
    const trained = await readClassifiers(ensemble, train, labels);
    const read = await readClassifiers(ensemble, validation, truth);
    if (epoch === 0) initial = read.map(({ z }) => entropyOf(z, width, kernelWidth));
    yield {
      table: 'initialisation',
      rows: read.map(({ accuracy }, member) => ({
        deviation: deviations[member],
        seed: number,
        initial_dse: initial[member],
        epoch,
        train_acc: trained[member].accuracy,
        val_acc: accuracy,
      })),
    };
  }
  tf.dispose(parametersOf(ensemble.layers));
}
