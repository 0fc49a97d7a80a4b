import * as tf from '@tensorflow/tfjs-core';
import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, RunEvent } from '../../src/lib/experiment/experiment.js';
import { regressionTask } from '../../src/lib/datasets/regression-task.js';
import { collapsed } from '../../src/lib/information/quadratic-mutual-information.js';
import { parametersOf } from '../../src/lib/learning/ensemble.js';
import { evaluate, measureInformation } from './evaluation.js';
import type { GapParameters } from './gap-parameters.js';
import { networkLayers } from './network.js';
import { meanSquaredErrors } from './objective.js';
import { clip } from './preprocessing.js';
import { disposeRows, type Rows, rowsOf } from './rows.js';
import { finite } from './statistics.js';
import { syntheticRegression } from './synthetic.js';
import { batchOrders, trainNetworks } from './training.js';

/** Runs the part `<data set>-<seed number>`. */
export async function* runGap(context: Context<GapParameters>): AsyncGenerator<RunEvent, void, void> {
  const { params, part, seed, signal } = context;
  const { dataset, number } = partOf(part.id, params);
  const { train, test } = await splitsOf(dataset, context);

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
  const orders = batchOrders(train, { seed, networkSeeds, batch });
  const { raw, normalised, self } = await measureInformation(ensemble, train, orders);
  yield {
    table: 'gap',
    rows: optimisers.map((optimiser, member): Row => ({
      dataset,
      seed: number,
      ...optimiser,
      i_cs: self[member] >= collapsed ? finite(normalised[member]) : null,
      i_cs_raw: finite(raw[member]),
      gap: finite(onTest[member].rmse - onTrain[member].rmse),
      train_rmse: finite(onTrain[member].rmse),
      test_rmse: finite(onTest[member].rmse),
    })),
  };

  [train, test].forEach(disposeRows);
  tf.dispose(parametersOf(ensemble.layers));
}

function partOf(id: string, { datasets, seeds }: GapParameters): { dataset: string; number: number } {
  for (const dataset of datasets)
    for (let number = 0; number < seeds; number++)
      if (id === `${dataset}-${number}`) return { dataset, number };
  throw new RangeError(`gap: no part is called "${id}"; a part is <data set>-<seed number>`);
}

async function splitsOf(
  dataset: string,
  { params, seed, dataset: load }: Context<GapParameters>,
): Promise<{ train: Rows; test: Rows }> {
  const { trainRows, testRows } = params;
  if (dataset === 'synthetic') {
    if (trainRows === null || testRows === null)
      throw new RangeError('gap: the synthetic problem needs numbers of rows: set trainRows and testRows');
    const { x, y } = syntheticRegression(trainRows + testRows, seed);
    const numbers = Uint32Array.from(y, (_, row) => row);
    return {
      train: rowsOf(x, y, numbers.subarray(0, trainRows)),
      test: rowsOf(x, y, numbers.subarray(trainRows)),
    };
  }
  const { x, y, train, test } = regressionTask(dataset, await load(dataset), { seed, clip });
  return {
    train: rowsOf(x, y, train.subarray(0, trainRows ?? train.length)),
    test: rowsOf(x, y, test.subarray(0, testRows ?? test.length)),
  };
}
