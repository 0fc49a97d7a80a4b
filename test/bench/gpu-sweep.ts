import * as tf from '@tensorflow/tfjs-core';
import { quick } from '../../data-loaders/cs-ib/sweep.js';
import { trainNetworks } from '../../data-loaders/cs-ib/training.js';
import { parametersOf } from '../../src/lib/learning/ensemble.js';
import { random } from '../../src/lib/statistics/random.js';
import { disposeRows, rowsToBackend } from '../../src/papers/cs-ib/batches.js';
import { networkLayers } from '../../src/papers/cs-ib/network.js';
import { losses, methods } from '../../src/papers/cs-ib/objective.js';
import { type MethodId, methodIds } from '../../src/papers/cs-ib/tables.js';
import { inputs } from './backend-settings.js';
import type { Deadline } from './deadline.js';
import { type GpuRun, type Section, timesRow } from './gpu-section.js';
import { hand, withFolder } from './peer.js';
import { duration } from './report.js';

const rows = quick.trainRows!;

/** Made-up rows of the form of California Housing's. */
function madeUpRows() {
  const { normal } = random(1, 'made-up rows');
  return {
    x: Float32Array.from({ length: rows * inputs }, normal),
    y: Float32Array.from({ length: rows }, normal),
  };
}

/** The training of cs-ib's quick sweep on made-up rows, method after method, on WebGPU and in PyTorch, until time is over. */
export async function timeSweep({ peer, deadline, say }: GpuRun): Promise<Section> {
  const data = madeUpRows();
  return withFolder(async (folder) => {
    for (const split of ['train', 'test', 'attack'])
      for (const name of ['x', 'y'] as const) await hand(folder, `${split}_${name}`, data[name]);
    const found: { readonly ours: number | undefined; readonly theirs: number | undefined }[] = [];
    for (const method of methodIds) {
      const train = (epochs: number) => trainingSeconds(method, data, epochs, deadline);
      // An epoch first, which compiles the shaders.
      const warm = deadline.left() > 0 && (await train(1)) !== undefined;
      const ours = warm ? await train(quick.epochs) : undefined;
      say(`training ${method} on WebGPU: ${ours === undefined ? 'no time' : duration(ours)}`);
      const askPeer = (epochs: number) => {
        const params = { ...quick, epochs };
        const given = { folder, inputs, methods: [method], params, evaluated: false };
        return peer?.call('sweep', given, deadline);
      };
      const theirs = (await askPeer(1)) && (await askPeer(quick.epochs))?.seconds;
      if (theirs !== undefined) say(`training ${method} in PyTorch: ${duration(theirs)}`);
      found.push({ ours, theirs });
    }
    const all = (side: 'ours' | 'theirs') =>
      found.reduce<number | undefined>(
        (sum, { [side]: seconds }) =>
          sum === undefined || seconds === undefined ? undefined : sum + seconds,
        0,
      );
    return {
      rows: [
        ...methodIds.map((method, i) => timesRow(`training ${method}`, found[i].ours, found[i].theirs)),
        timesRow('training all methods', all('ours'), all('theirs')),
      ],
      notes: [],
    };
  });
}

/** Seconds that the networks of a method train; undefined where the time ends before. */
async function trainingSeconds(
  id: MethodId,
  data: { readonly x: Float32Array; readonly y: Float32Array },
  epochs: number,
  deadline: Deadline,
): Promise<number | undefined> {
  const method = methods[id];
  const train = rowsToBackend(
    data.x,
    data.y,
    Uint32Array.from({ length: rows }, (_, row) => row),
  );
  const betas = tf.tensor1d(
    quick.betas[id].flatMap((beta) => Array.from({ length: quick.seeds }, () => beta)),
  );
  const start = performance.now();
  const steps = trainNetworks(train, {
    seed: 1,
    networkSeeds: Array.from({ length: quick.seeds }, (_, number) => number),
    copies: quick.betas[id].length,
    layers: networkLayers({ inputs, hidden: quick.hidden, code: quick.code }, id === 'vib'),
    loss: (layers, minibatch) => losses(method, layers, minibatch, betas),
    noise: method.noisy ? quick.code : undefined,
    batch: quick.batch,
    epochs,
    learningRate: quick.learningRate,
    signal: new AbortController().signal,
  });
  try {
    for (;;) {
      const { done, value } = await steps.next();
      if (done) {
        await value.layers[0].weights.data();
        tf.dispose(parametersOf(value.layers));
        return (performance.now() - start) / 1000;
      }
      // Else the steps that are waiting for the GPU would run past the end of the time.
      await gpuIdle();
      if (deadline.left() <= 0) return undefined;
    }
  } finally {
    disposeRows(train);
    betas.dispose();
  }
}

/** Waits until the GPU has done all that it was given. */
async function gpuIdle(): Promise<void> {
  const { device } = tf.backend() as unknown as {
    readonly device: { readonly queue: { onSubmittedWorkDone(): Promise<void> } };
  };
  await device.queue.onSubmittedWorkDone();
}
