import * as tf from '@tensorflow/tfjs-core';
import { nextTask } from '../../lib/compute/next-task.js';
import { readyBackend } from '../../lib/compute/ready-backend.js';
import { collapsed } from '../../lib/information/quadratic-mutual-information.js';
import { createAdam } from '../../lib/learning/adam.js';
import { createEnsemble, type Ensemble, parametersOf, repeatSeeds } from '../../lib/learning/ensemble.js';
import { gatherMinibatch, memberMinibatches } from '../../lib/learning/member-minibatches.js';
import { train } from '../../lib/learning/train.js';
import { random } from '../../lib/statistics/random.js';
import { layerSizes, objective, predict } from './live-objective.js';
import { informationAt, inputs, liveProblem } from './live-problem.js';
import type { LiveMember, LiveSettings, LiveSnapshot } from './live-snapshot.js';

const trainRows = 1024;
const testRows = 512;
/** Test rows on which loss and information are read: both depend on how many points there are. */
const readRows = 128;
const batch = 64;
const learningRate = 5e-3;
const snapshots = 50;

/** See `liveTraining`. */
export async function* trainLive(
  settings: LiveSettings,
  signal?: AbortSignal,
  wasm?: string,
): AsyncGenerator<LiveSnapshot, void, void> {
  check(settings);
  await readyBackend(wasm);
  signal?.throwIfAborted();
  const { variant, betas, seeds, seed, steps } = settings;
  const numbers = Array.from({ length: seeds }, (_, number) => number);
  const streams = (name: string) => numbers.map((number) => random(seed, name, number));
  const { rows, test } = tensorsOf(seed);
  const betaOfMember = tf.tensor1d(betas.flatMap((beta) => numbers.map(() => beta)));
  const ensemble = createEnsemble(layerSizes, streams('weights'), betas.length);
  const adam = createAdam({ learningRate });
  const batches = memberMinibatches(trainRows, batch, streams('batches'));
  const descent = train(ensemble, adam, steps, (layers) => {
    const drawn = batches.next().value;
    const minibatch = {
      x: gatherMinibatch(rows.x, drawn, seeds) as tf.Tensor3D,
      y: gatherMinibatch(rows.y, drawn, seeds) as tf.Tensor3D,
    };
    return tf.sum(objective(variant, layers, minibatch, betaOfMember).loss);
  });

  const every = Math.max(1, Math.round(steps / snapshots));
  const snapshot = async (step: number): Promise<LiveSnapshot> => {
    const members = await read(ensemble, settings, test, betaOfMember);
    return { step, steps, backend: tf.getBackend(), members };
  };
  try {
    yield await snapshot(0);
    for (const step of descent) {
      if (step % every === 0 || step === steps) yield await snapshot(step);
      await nextTask();
      signal?.throwIfAborted();
    }
  } finally {
    adam.dispose();
    tf.dispose([betaOfMember, rows, test, parametersOf(ensemble.layers)]);
  }
}

function check({ betas, seeds, steps }: LiveSettings): void {
  const counts = [seeds, steps, betas.length];
  if (counts.some((count) => !Number.isInteger(count) || count < 1))
    throw new RangeError('live training: the numbers of seeds, of steps and of β are whole and from 1 on');
  if (!betas.every((beta) => beta >= 0 && beta < Infinity))
    throw new RangeError(`live training: β is never below zero, nor infinite: ${betas.join(', ')}`);
}

/** The training rows, and the first of the test rows for every seed alike, on the backend. */
function tensorsOf(seed: number) {
  const { x, y } = liveProblem(trainRows + testRows, seed);
  return {
    rows: {
      x: tf.tensor2d(x.subarray(0, trainRows * inputs), [trainRows, inputs]),
      y: tf.tensor2d(y.subarray(0, trainRows), [trainRows, 1]),
    },
    test: {
      x: tf.tensor3d(x.subarray(trainRows * inputs), [1, testRows, inputs]),
      y: tf.tensor3d(y.subarray(trainRows), [1, testRows, 1]),
    },
  };
}

/** Reads every member on the test rows. */
async function read(
  { layers }: Ensemble,
  { variant, betas, seeds }: LiveSettings,
  { x, y }: { readonly x: tf.Tensor3D; readonly y: tf.Tensor3D },
  betaOfMember: tf.Tensor1D,
): Promise<LiveMember[]> {
  const readings = tf.tidy(() => {
    const { predicted } = predict(layers, x);
    const head = (rows: tf.Tensor3D) => tf.slice(rows, [0, 0, 0], [1, readRows, rows.shape[2]]);
    const { loss, information, selfInformation } = objective(
      variant,
      layers,
      { x: repeatSeeds(head(x), seeds), y: repeatSeeds(head(y), seeds) },
      betaOfMember,
    );
    const rmse = tf.sqrt(tf.mean(tf.square(tf.sub(predicted, y)), [1, 2]));
    return tf.stack([loss, information, selfInformation, rmse]) as tf.Tensor2D;
  });
  const [losses, informations, selves, errors] = await readings.array();
  readings.dispose();

  const kept = informations.map((value, member) => (selves[member] >= collapsed ? finite(value) : null));
  return betas.flatMap((beta, copy) =>
    Array.from({ length: seeds }, (_, number): LiveMember => {
      const member = copy * seeds + number;
      return {
        beta,
        seed: number,
        loss: finite(losses[member]),
        rmse: finite(errors[member]),
        i_xt: kept[member],
        i_ty: finite(informationAt(errors[member])),
        r: compression(kept[member], kept[number]),
      };
    }),
  );
}

function compression(information: number | null, uncompressed: number | null): number | null {
  return information === null || uncompressed === null ? null : finite(1 - information / uncompressed);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
