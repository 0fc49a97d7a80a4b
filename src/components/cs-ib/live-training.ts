import * as tf from '@tensorflow/tfjs-core';
import { nextTask } from '../../lib/compute/next-task.js';
import { readyBackend } from '../../lib/compute/ready-backend.js';
import { finite } from '../../lib/experiment/finite.js';
import { createAdam } from '../../lib/learning/adam.js';
import { createEnsemble, type Ensemble, parametersOf, repeatSeeds } from '../../lib/learning/ensemble.js';
import { train } from '../../lib/learning/train.js';
import { random } from '../../lib/statistics/random.js';
import { batchesOf, disposeRows, type Rows, rowsToBackend } from '../../papers/cs-ib/batches.js';
import { encode, networkLayers, predict } from '../../papers/cs-ib/network.js';
import {
  cauchySchwarzBottleneck,
  csReadings,
  losses,
  type Method,
  methods,
} from '../../papers/cs-ib/objective.js';
import { compressionRatio, keptInformation, targetInformation } from '../../papers/cs-ib/readings.js';
import { inputs, liveProblem, targetVariance } from './live-problem.js';
import type { LiveMember, LiveSettings, LiveSnapshot, LiveVariant } from './live-snapshot.js';

/** The experiments' network, narrower. */
const layers = networkLayers({ inputs, hidden: 32, code: 4 }, false);

const objectives: Readonly<Record<LiveVariant, Method>> = {
  paper: methods['cs-paper'],
  symmetric: methods['cs-symmetric'],
  squares: cauchySchwarzBottleneck('mean-square'),
};

const trainRows = 1024;
const testRows = 512;
/** Test rows on which loss and information are read: both depend on how many points there are. */
const readRows = 128;
const batch = 64;
const learningRate = 5e-3;
const snapshots = 50;

/**
 * Trains an ensemble of information bottlenecks on a small synthetic problem and yields a snapshot before the
 * first step, after the last, and some fifty in between. The same settings give the same numbers on the same
 * backend: the one that is ready, else WebAssembly.
 *
 * @param wasm where a browser finds the WebAssembly backend's module; see `readyBackend`
 * @throws {RangeError} for settings out of range
 */
export async function* liveTraining(
  settings: LiveSettings,
  wasm?: string,
): AsyncGenerator<LiveSnapshot, void, void> {
  check(settings);
  await readyBackend(wasm);
  const { variant, betas, seeds, seed, steps } = settings;
  const numbers = Array.from({ length: seeds }, (_, number) => number);
  const streams = (name: string) => numbers.map((number) => random(seed, name, number));
  const { rows, test } = splitsOf(seed);
  const betaOfMember = tf.tensor1d(betas.flatMap((beta) => numbers.map(() => beta)));
  const ensemble = createEnsemble(layers, streams('weights'), betas.length);
  const adam = createAdam({ learningRate });
  const batches = batchesOf(rows, { seed, networkSeeds: numbers, batch });
  const descent = train(ensemble, adam, steps, (layers) =>
    tf.sum(losses(objectives[variant], layers, batches(), betaOfMember)),
  );

  const every = Math.max(1, Math.round(steps / snapshots));
  const snapshot = async (step: number): Promise<LiveSnapshot> => {
    const members = await read(ensemble, settings, test, betaOfMember);
    return { step, steps, backend: tf.getBackend(), members };
  };
  try {
    yield await snapshot(0);
    for (const step of descent) {
      if (step % every === 0 || step === steps) yield await snapshot(step);
      await nextTask(); // a kernel hears between two steps that it is to stop
    }
  } finally {
    adam.dispose();
    [rows, test].forEach(disposeRows);
    tf.dispose([betaOfMember, ...parametersOf(ensemble.layers)]);
  }
}

function check({ betas, seeds, steps }: LiveSettings): void {
  const counts = [seeds, steps, betas.length];
  if (counts.some((count) => !Number.isInteger(count) || count < 1))
    throw new RangeError('live training: the numbers of seeds, of steps and of β are whole and from 1 on');
  if (!betas.every((beta) => beta >= 0 && beta < Infinity))
    throw new RangeError(`live training: β is never below zero, nor infinite: ${betas.join(', ')}`);
}

/** Rows to train on, and others, both on the backend. */
function splitsOf(seed: number): { readonly rows: Rows; readonly test: Rows } {
  const { x, y } = liveProblem(trainRows + testRows, seed);
  const numbers = Uint32Array.from(y, (_, row) => row);
  return {
    rows: rowsToBackend(x, y, numbers.subarray(0, trainRows)),
    test: rowsToBackend(x, y, numbers.subarray(trainRows)),
  };
}

/** Reads every member on the test rows. */
async function read(
  { layers }: Ensemble,
  { variant, betas, seeds }: LiveSettings,
  { x, y }: Rows,
  betaOfMember: tf.Tensor1D,
): Promise<LiveMember[]> {
  const readings = tf.tidy(() => {
    const head = (rows: tf.Tensor3D) =>
      repeatSeeds(tf.slice(rows, [0, 0, 0], [1, readRows, rows.shape[2]]), seeds);
    const batch = { x: head(x), y: head(y) };
    const code = encode(layers, repeatSeeds(batch.x, betas.length));
    const { normalised, self } = csReadings(code, batch.x);
    const rmse = tf.sqrt(tf.mean(tf.square(tf.sub(predict(layers, x), y)), [1, 2]));
    return tf.stack([
      losses(objectives[variant], layers, batch, betaOfMember),
      normalised,
      self,
      rmse,
    ]) as tf.Tensor2D;
  });
  const [loss, informations, selves, errors] = await readings.array();
  readings.dispose();

  const kept = informations.map((value, member) => keptInformation(value, selves[member]));
  return betas.flatMap((beta, copy) =>
    Array.from({ length: seeds }, (_, number): LiveMember => {
      const member = copy * seeds + number;
      return {
        beta,
        seed: number,
        loss: finite(loss[member]),
        rmse: finite(errors[member]),
        i_xt: kept[member],
        i_ty: finite(targetInformation(targetVariance, errors[member])),
        r: compressionRatio(kept[member], kept[number]),
      };
    }),
  );
}
