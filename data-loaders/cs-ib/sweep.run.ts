import * as tf from '@tensorflow/tfjs-core';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { finite } from '../../src/lib/experiment/finite.js';
import { parametersOf } from '../../src/lib/learning/ensemble.js';
import { batchesOf, disposeRows, rowsToBackend } from '../../src/papers/cs-ib/batches.js';
import { networkLayers } from '../../src/papers/cs-ib/network.js';
import { losses, methods, ownInformation } from '../../src/papers/cs-ib/objective.js';
import { compressionRatio, keptInformation, targetInformation } from '../../src/papers/cs-ib/readings.js';
import type { MethodId } from '../../src/papers/cs-ib/tables.js';
import { attack, evaluate, measureInformation, type Readings } from './evaluation.js';
import type { definition } from './sweep.js';
import { tabularTask } from './tabular-task.js';
import { trainNetworks } from './training.js';

/** Methods whose own information is the normalised Cauchy-Schwarz information. */
const csMethods: readonly MethodId[] = ['cs-paper', 'cs-symmetric', 'released'];

/** Trains all β and seeds of one method on one data set as one ensemble. */
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
  const head = (numbers: Uint32Array, count: number | null) =>
    rowsToBackend(task.x, task.y, numbers.subarray(0, count ?? numbers.length));
  const train = head(task.train, params.trainRows);
  const test = head(task.test, params.testRows);
  const attacked = head(task.test, params.attackRows);
  const validation = params.weights === 'validation' ? head(task.validation, null) : undefined;

  const betas = params.betas[id];
  const networkSeeds = Array.from({ length: params.seeds }, (_, number) => number);
  const members = betas.flatMap((beta) => networkSeeds.map((number) => ({ beta, number })));
  const betaOfMember = tf.tensor1d(members.map(({ beta }) => beta));
  const { batch, epochs, learningRate, hidden, code } = params;
  const sizes = { inputs: task.features.length, hidden, code };
  const ensemble = yield* trainNetworks(train, {
    seed,
    networkSeeds,
    copies: betas.length,
    layers: networkLayers(sizes, id === 'vib'),
    loss: (layers, minibatch) => losses(method, layers, minibatch, betaOfMember),
    noise: method.noisy ? code : undefined,
    batch,
    epochs,
    learningRate,
    validation,
    signal,
  });

  const errors = await evaluate(ensemble, test);
  const batches = batchesOf(train, { seed, networkSeeds, batch });
  const readings = await measureInformation(ensemble, batches, (encoding, { x }) =>
    ownInformation(method, encoding, x),
  );
  const names = members.map(({ beta, number }) => ({ dataset, method: id, beta, seed: number }));
  const variance = varianceOf(await test.y.data());
  const information = members.map((_, member) => informationOf(id, readings, member));
  yield {
    table: 'plane',
    rows: names.map((name, member) => {
      const { own, cs } = information[member];
      const uncompressed = information[member % networkSeeds.length];
      const { rmse, medianAbsolute } = errors[member];
      return {
        ...name,
        i_own: own,
        i_cs: cs,
        r_own: compressionRatio(own, uncompressed.own),
        r_cs: compressionRatio(cs, uncompressed.cs),
        i_ty: finite(targetInformation(variance, rmse)),
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
      results.map(({ kind, epsilon, rmse }) => ({
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

/** The informations of a member; null where they are not defined. */
function informationOf(method: MethodId, { own, normalised, self }: Readings, member: number) {
  const cs = keptInformation(normalised[member], self[member]);
  return { own: csMethods.includes(method) ? cs : finite(own[member]), cs };
}

/** Mean squared deviation from the mean. */
function varianceOf(values: ArrayLike<number>): number {
  const numbers = Float64Array.from(values);
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length;
}
