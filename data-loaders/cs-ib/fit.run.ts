import * as tf from '@tensorflow/tfjs-core';
import { range } from 'd3-array';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { finite } from '../../src/lib/experiment/finite.js';
import { parametersOf } from '../../src/lib/learning/ensemble.js';
import { disposeRows, rowsToBackend } from '../../src/papers/cs-ib/batches.js';
import { networkLayers } from '../../src/papers/cs-ib/network.js';
import { methods, predictionLosses } from '../../src/papers/cs-ib/objective.js';
import { evaluate } from './evaluation.js';
import type { definition } from './fit.js';
import { tabularTask } from './tabular-task.js';
import { trainNetworks } from './training.js';

/** Trains all seeds of one method on one data set as one ensemble. */
export async function* run({
  params,
  part,
  seed,
  signal,
  dataset: load,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { dataset, method: id } = part.of;
  const method = methods[id];
  const task = tabularTask(dataset, await load(dataset), seed);
  const rowsOf = (numbers: Uint32Array) => rowsToBackend(task.x, task.y, numbers);
  const train = rowsOf(task.train.subarray(0, params.trainRows ?? task.train.length));
  const [validation, test] = [rowsOf(task.validation), rowsOf(task.test)];

  const { batch, epochs, learningRate, hidden, code, seeds } = params;
  const networkSeeds = range(seeds);
  const ensemble = yield* trainNetworks(train, {
    seed,
    networkSeeds,
    copies: 1,
    layers: networkLayers({ inputs: task.features.length, hidden, code }, id === 'vib'),
    loss: (layers, minibatch) => predictionLosses(method, layers, minibatch),
    noise: method.noisy ? code : undefined,
    batch,
    epochs,
    learningRate,
    validation,
    signal,
  });

  const [onTrain, onTest] = [await evaluate(ensemble, train), await evaluate(ensemble, test)];
  yield {
    table: 'fit',
    rows: networkSeeds.map((number) => ({
      dataset,
      method: id,
      seed: number,
      train_rmse: finite(onTrain[number].rmse),
      test_rmse: finite(onTest[number].rmse),
    })),
  };

  [train, validation, test].forEach(disposeRows);
  tf.dispose(parametersOf(ensemble.layers));
}
