import * as tf from '@tensorflow/tfjs-core';
import { computedPerStep, perStep } from '../../lib/compute/compiler/per-step.js';
import { type Adam, createAdam } from '../../lib/learning/adam.js';
import { repeatSeeds } from '../../lib/learning/ensemble.js';
import { descend, descendOnce, type Parameters } from '../../lib/learning/train.js';
import type { Random } from '../../lib/statistics/random.js';
import {
  createKoopmanEnsemble,
  type KoopmanEnsemble,
  koopmanFrom,
  koopmanParameters,
  type KoopmanSizes,
  type OperatorStart,
} from './autoencoder.js';
import { entropyOperator, normalisedCovariance } from './information/tensor/von-neumann-entropy.js';
import {
  batchLatents,
  lagrangian,
  lagrangianTerms,
  type Multipliers,
  type WindowBatch,
} from './lagrangian.js';
import type { Trajectories } from './trajectories.js';

/** What tells one variant of the method from another. */
export interface KoopmanVariant extends Multipliers {
  readonly start: OperatorStart;
}

/** Which networks are trained, from which random numbers, and how. */
export interface KoopmanTraining {
  readonly sizes: KoopmanSizes;
  readonly variants: readonly KoopmanVariant[];
  /** For each seed, what weights and windows are drawn from; all variants of a seed draw the same. */
  readonly streams: readonly { readonly weights: Random; readonly windows: Random }[];
  readonly learningRate: number;
  /** Windows in a minibatch. */
  readonly batch: number;
  /** Steps T that a window spans; it has T + 1 states. */
  readonly span: number;
  readonly steps: number;
}

/** A model as far as it is trained. It is replaced at the next step, and its tensors are disposed of. */
export interface KoopmanProgress {
  readonly step: number;
  readonly model: KoopmanEnsemble;
}

/**
 * Trains Koopman autoencoders with Adam on the information-theoretic Lagrangian, all variants of all seeds as one
 * stacked ensemble, and yields before the first step and after each one. Whoever stops early has the tensors
 * disposed of as well.
 */
export async function* trainKoopman(
  data: Trajectories,
  { sizes, variants, streams, learningRate, batch, span, steps }: KoopmanTraining,
): AsyncGenerator<KoopmanProgress, void, void> {
  const multipliers = variants.flatMap((variant) => streams.map(() => variant));
  const adam = createAdam({ learningRate });
  const weights = streams.map((stream) => stream.weights);
  const model = createKoopmanEnsemble(
    sizes,
    weights,
    variants.map(({ start }) => start),
  );
  const parameters: Parameters = { now: koopmanParameters(model) };
  const nextWindows = () =>
    repeatSeeds(
      drawWindows(
        data,
        { batch, span },
        streams.map((stream) => stream.windows),
      ),
      variants.length,
    );
  const loss = (changed: readonly tf.Tensor3D[], windows: WindowBatch, operator: tf.Tensor3D) =>
    lagrangian(lagrangianTerms(koopmanFrom(changed), windows, operator), multipliers);
  const descent = readsAtOnce()
    ? descend(parameters, adam, steps, (changed) => {
        const windows = nextWindows();
        const rho = densities(koopmanFrom(changed), windows);
        const operator = computedPerStep<tf.Tensor3D>(rho, rho.shape, (values, entries) =>
          entries.set(entropyOperator(values, rho.shape[0]).operator),
        );
        return loss(changed, windows, operator);
      })
    : descendReading(parameters, adam, steps, nextWindows, loss);
  try {
    yield { step: 0, model };
    for await (const step of descent) yield { step, model: koopmanFrom(parameters.now) };
  } finally {
    adam.dispose();
    tf.dispose([...parameters.now]);
  }
}

/** Whether the backend hands values over without waiting for a device. */
const readsAtOnce = () => tf.getBackend() !== 'webgpu';

/** The states ρ whose entropy is meant, `[members, d, d]`. */
const densities = (model: KoopmanEnsemble, windows: WindowBatch) =>
  normalisedCovariance(batchLatents(model, windows));

/** The descent where L, diagonalised here, must be waited for before a step can begin. */
async function* descendReading(
  parameters: Parameters,
  adam: Adam,
  steps: number,
  nextWindows: () => WindowBatch,
  loss: (parameters: readonly tf.Tensor3D[], windows: WindowBatch, operator: tf.Tensor3D) => tf.Scalar,
): AsyncGenerator<number, void, void> {
  for (let step = 1; step <= steps; step++) {
    const windows = tf.tidy(nextWindows);
    const rho = tf.tidy(() => densities(koopmanFrom(parameters.now), windows));
    const operator = tf.tensor3d(entropyOperator(await rho.data(), rho.shape[0]).operator, rho.shape);
    descendOnce(parameters, adam, (changed) => loss(changed, windows, operator));
    tf.dispose([windows, rho, operator]);
    yield step;
  }
}

/** Windows of random trajectories from random samples on, `[seeds, batch, span + 1, m]`. */
function drawWindows(
  { values, count, samples, dimension: m }: Trajectories,
  { batch, span }: Pick<KoopmanTraining, 'batch' | 'span'>,
  streams: readonly Random[],
): WindowBatch {
  const size = (span + 1) * m;
  return perStep<WindowBatch>([streams.length, batch, span + 1, m], (drawn) =>
    streams.forEach(({ integer }, seed) => {
      for (let i = 0; i < batch; i++) {
        const start = (integer(count) * samples + integer(samples - span)) * m;
        drawn.set(values.subarray(start, start + size), (seed * batch + i) * size);
      }
    }),
  );
}
