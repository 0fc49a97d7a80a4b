import * as tf from '@tensorflow/tfjs-core';
import { perStep } from '../../src/lib/compute/compiler/per-step.js';
import { createAdam, type PerMember } from '../../src/lib/learning/adam.js';
import type { Dense, DenseSize } from '../../src/lib/learning/dense.js';
import { createEnsemble, type Ensemble, layersFrom, parametersOf } from '../../src/lib/learning/ensemble.js';
import { train } from '../../src/lib/learning/train.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import { type Batch, batchesOf, type BatchOrder, type Rows } from '../../src/papers/cs-ib/batches.js';
import { evaluate } from './evaluation.js';

/** What is trained, and how long. */
export interface Training extends BatchOrder {
  /** Networks of each seed: what differs between them is the loss and the optimiser. */
  readonly copies: number;
  readonly layers: readonly DenseSize[];
  /** The loss of every member, `[members]`. */
  loss(layers: readonly Dense[], batch: Batch): tf.Tensor1D;
  /** Dimension of the noise that the loss needs for every row; none where omitted. */
  readonly noise?: number;
  readonly epochs: number;
  readonly learningRate: PerMember;
  readonly l2?: PerMember;
  /** Keeps each network's weights of the epoch with the lowest error on these rows, else the last epoch's. */
  readonly validation?: Rows;
  readonly signal: AbortSignal;
}

/**
 * Trains an ensemble and yields the fraction done after each epoch. A seed's networks start from the same
 * weights and see the same batches and the same noise.
 *
 * @returns the ensemble; the caller disposes its layers
 */
export async function* trainNetworks(
  rows: Rows,
  training: Training,
): AsyncGenerator<{ readonly progress: number }, Ensemble, void> {
  const { seed, networkSeeds, copies, batch, epochs, learningRate, l2, validation, signal } = training;
  const streams = (name: string) => networkSeeds.map((number) => random(seed, name, number));
  const ensemble = createEnsemble(training.layers, streams('weights'), copies);
  const adam = createAdam({ learningRate, l2 });
  const batches = batchesOf(rows, training);
  const noise = training.noise === undefined ? undefined : streams('noise');
  const best = validation && keepBest(ensemble, validation);

  const stepsPerEpoch = Math.floor(rows.count / batch);
  const steps = train(ensemble, adam, epochs * stepsPerEpoch, (layers) => {
    const drawn = noise && normals(noise, batch, training.noise!);
    return tf.sum(training.loss(layers, { ...batches(), noise: drawn }));
  });
  for (const step of steps) {
    signal.throwIfAborted();
    if (step % stepsPerEpoch) continue;
    await best?.update();
    yield { progress: step / (epochs * stepsPerEpoch) };
  }
  best?.restore();
  adam.dispose();
  return ensemble;
}

function normals(streams: readonly Random[], rows: number, dimension: number): tf.Tensor3D {
  const size = rows * dimension;
  return perStep([streams.length, rows, dimension], (values) =>
    streams.forEach(({ normal }, stream) => {
      for (let i = 0; i < size; i++) values[stream * size + i] = normal();
    }),
  );
}

/** Remembers each member's weights of the epoch with the lowest validation error. */
function keepBest(ensemble: Ensemble, validation: Rows) {
  const lowest = new Array<number>(ensemble.members).fill(Infinity);
  let best = parametersOf(ensemble.layers).map((parameter) => tf.clone(parameter));
  return {
    async update() {
      const errors = await evaluate(ensemble, validation);
      const improved = errors.map(({ rmse }, member) => rmse < lowest[member]);
      errors.forEach(({ rmse }, member) => {
        if (improved[member]) lowest[member] = rmse;
      });
      const chosen = tf.tidy(() => {
        const mask = tf.tensor3d(improved.map(Number), [ensemble.members, 1, 1], 'bool');
        return parametersOf(ensemble.layers).map((now, i) => tf.where(mask, now, best[i]) as tf.Tensor3D);
      });
      tf.dispose(best);
      best = chosen;
    },
    restore() {
      tf.dispose(parametersOf(ensemble.layers));
      ensemble.layers = layersFrom(best);
    },
  };
}
