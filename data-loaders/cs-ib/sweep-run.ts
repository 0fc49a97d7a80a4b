import * as tf from '@tensorflow/tfjs-core';
import { regressionTask } from '../../src/lib/datasets/regression-task.js';
import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, RunEvent } from '../../src/lib/experiment/experiment.js';
import { collapsed } from '../../src/lib/information/quadratic-mutual-information.js';
import { parametersOf } from '../../src/lib/learning/ensemble.js';
import { attack, evaluate, measureInformation, type Readings } from './evaluation.js';
import { csMethods, type MethodId, methodIds } from './methods.js';
import { networkLayers } from './network.js';
import { isNoisy, losses, ownInformation } from './objective.js';
import { clip } from './preprocessing.js';
import { disposeRows, rowsOf } from './rows.js';
import { finite, varianceOf } from './statistics.js';
import type { SweepParameters } from './sweep-parameters.js';
import { batchOrders, trainNetworks } from './training.js';

/** Runs the part `<dataset>-<method>`. */
export async function* runSweep({
  params,
  part,
  seed,
  signal,
  dataset: load,
}: Context<SweepParameters>): AsyncGenerator<RunEvent, void, void> {
  const { dataset, method } = partOf(part.id, params);
  const task = regressionTask(dataset, await load(dataset), { seed, clip });
  const head = (numbers: Uint32Array, count: number | null) =>
    rowsOf(task.x, task.y, numbers.subarray(0, count ?? numbers.length));
  const train = head(task.train, params.trainRows);
  const test = head(task.test, params.testRows);
  const attacked = head(task.test, params.attackRows);
  const validation = params.weights === 'validation' ? head(task.validation, null) : undefined;

  const betas = params.betas[method];
  const networkSeeds = Array.from({ length: params.seeds }, (_, number) => number);
  const members = betas.flatMap((beta) => networkSeeds.map((number) => ({ beta, number })));
  const betaOfMember = tf.tensor1d(members.map(({ beta }) => beta));
  const { batch, epochs, learningRate, hidden, code } = params;
  const sizes = { inputs: task.features.length, hidden, code };
  const ensemble = yield* trainNetworks(train, {
    seed,
    networkSeeds,
    copies: betas.length,
    layers: networkLayers(sizes, method === 'vib'),
    loss: (layers, minibatch) => losses(method, layers, minibatch, betaOfMember),
    noise: isNoisy(method) ? code : undefined,
    batch,
    epochs,
    learningRate,
    validation,
    signal,
  });

  const errors = await evaluate(ensemble, test);
  const orders = batchOrders(train, { seed, networkSeeds, batch });
  const readings = await measureInformation(ensemble, train, orders, (encoding, { x }) =>
    ownInformation(method, encoding, x),
  );
  const names = members.map(({ beta, number }) => ({ dataset, method, beta, seed: number }));
  const variance = varianceOf(await test.y.data());
  const information = members.map((_, member) => informationOf(method, readings, member));
  yield {
    table: 'plane',
    rows: names.map((name, member): Row => {
      const { own, cs } = information[member];
      const uncompressed = information[member % networkSeeds.length];
      const { rmse, medianAbsolute } = errors[member];
      return {
        ...name,
        i_own: own,
        i_cs: cs,
        r_own: compression(own, uncompressed.own),
        r_cs: compression(cs, uncompressed.cs),
        i_ty: finite(0.5 * Math.log2(variance / rmse ** 2)),
        rmse: finite(rmse),
        mae: finite(medianAbsolute),
      };
    }),
  };

  const clean = await evaluate(ensemble, attacked);
  const results = await attack(ensemble, attacked, params.epsilons, params.pgd);
  yield {
    table: 'attack',
    rows: names.flatMap((name, member) =>
      results.map(({ kind, epsilon, rmse }): Row => ({
        ...name,
        kind,
        eps: epsilon,
        rmse: finite(rmse[member]),
        clean_rmse: finite(clean[member].rmse),
      })),
    ),
  };

  [train, test, attacked, ...(validation ? [validation] : [])].forEach(disposeRows);
  tf.dispose([betaOfMember, ...parametersOf(ensemble.layers)]);
}

function partOf(id: string, { datasets }: SweepParameters): { dataset: string; method: MethodId } {
  for (const dataset of datasets)
    for (const method of methodIds) if (id === `${dataset}-${method}`) return { dataset, method };
  throw new RangeError(`sweep: no part is called "${id}"; a part is <data set>-<method>`);
}

/** The informations of a member; null where they are not defined. */
function informationOf(method: MethodId, { own, normalised, self }: Readings, member: number) {
  const cs = self[member] >= collapsed ? finite(normalised[member]) : null;
  return { own: csMethods.includes(method) ? cs : finite(own[member]), cs };
}

/** `1 − I(β) / I(0)`. */
function compression(information: number | null, uncompressed: number | null): number | null {
  if (information === null || uncompressed === null) return null;
  return finite(1 - information / uncompressed);
}
