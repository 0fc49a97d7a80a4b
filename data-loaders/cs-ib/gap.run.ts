import * as tf from '@tensorflow/tfjs-core';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { finite } from '../../src/lib/experiment/finite.js';
import { parametersOf } from '../../src/lib/learning/ensemble.js';
import { batchesOf, disposeRows, type Rows, rowsToBackend } from '../../src/papers/cs-ib/batches.js';
import { networkLayers } from '../../src/papers/cs-ib/network.js';
import { meanSquaredErrors } from '../../src/papers/cs-ib/objective.js';
import { keptInformation } from '../../src/papers/cs-ib/readings.js';
import { evaluate, measureInformation } from './evaluation.js';
import type { definition } from './gap.js';
import { syntheticRegression } from './synthetic.js';
import { tabularTask } from './tabular-task.js';
import { trainNetworks } from './training.js';

/** Trains all learning rates and penalties of one seed on one data set as one ensemble. */
export async function* run(context: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { params, part, seed, signal } = context;
  const { dataset, seed: number } = part.of;
  const { train, test } = await splitsOf(context);

  const optimisers = params.learningRates.flatMap((lr) => params.l2.map((l2) => ({ lr, l2 })));
  const networkSeeds = [number];
  const { batch, epochs, hidden, code } = params;
  const ensemble = yield* trainNetworks(train, {
    seed,
    networkSeeds,
    copies: optimisers.length,
    layers: networkLayers({ inputs: train.x.shape[2], hidden, code }, false),
    loss: meanSquaredErrors,
    batch,
    epochs,
    learningRate: optimisers.map(({ lr }) => lr),
    l2: optimisers.map(({ l2 }) => l2),
    signal,
  });

  const onTrain = await evaluate(ensemble, train);
  const onTest = await evaluate(ensemble, test);
  const batches = batchesOf(train, { seed, networkSeeds, batch });
  const { raw, normalised, self } = await measureInformation(ensemble, batches);
  yield {
    table: 'gap',
    rows: optimisers.map((optimiser, member) => ({
      dataset,
      seed: number,
      ...optimiser,
      i_cs: keptInformation(normalised[member], self[member]),
      i_cs_raw: finite(raw[member]),
      gap: finite(onTest[member].rmse - onTrain[member].rmse),
      train_rmse: finite(onTrain[member].rmse),
      test_rmse: finite(onTest[member].rmse),
    })),
  };

  [train, test].forEach(disposeRows);
  tf.dispose(parametersOf(ensemble.layers));
}

async function splitsOf({
  params,
  part,
  seed,
  dataset: load,
}: RunContext<typeof definition>): Promise<{ train: Rows; test: Rows }> {
  const { trainRows, testRows } = params;
  const { dataset } = part.of;
  if (dataset === 'synthetic') {
    if (trainRows === null || testRows === null)
      throw new RangeError('gap: the synthetic problem needs numbers of rows: set trainRows and testRows');
    const { x, y } = syntheticRegression(trainRows + testRows, seed);
    const numbers = Uint32Array.from(y, (_, row) => row);
    return {
      train: rowsToBackend(x, y, numbers.subarray(0, trainRows)),
      test: rowsToBackend(x, y, numbers.subarray(trainRows)),
    };
  }
  const { x, y, train, test } = tabularTask(dataset, await load(dataset), seed);
  return {
    train: rowsToBackend(x, y, train.subarray(0, trainRows ?? train.length)),
    test: rowsToBackend(x, y, test.subarray(0, testRows ?? test.length)),
  };
}
