import * as tf from '@tensorflow/tfjs-core';
import { createAdam } from '../../lib/learning/adam.js';
import { repeatSeeds } from '../../lib/learning/ensemble.js';
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
  let model = createKoopmanEnsemble(
    sizes,
    weights,
    variants.map(({ start }) => start),
  );
  try {
    yield { step: 0, model };
    for (let step = 1; step <= steps; step++) {
      const windows = tf.tidy(() =>
        repeatSeeds(
          drawWindows(
            data,
            { batch, span },
            streams.map((stream) => stream.windows),
          ),
          variants.length,
        ),
      );
      const operator = await operatorOf(model, windows);
      const parameters = koopmanParameters(model);
      const gradients = tf.tidy(() =>
        tf.grads((...changed) =>
          lagrangian(lagrangianTerms(koopmanFrom(changed as tf.Tensor3D[]), windows, operator), multipliers),
        )(parameters),
      ) as tf.Tensor3D[];
      model = koopmanFrom(adam.step(parameters, gradients));
      tf.dispose([...parameters, ...gradients, windows, operator]);
      yield { step, model };
    }
  } finally {
    adam.dispose();
    tf.dispose(koopmanParameters(model));
  }
}

/** L of the entropy, read off the backend, diagonalised here, and put back as a constant. */
async function operatorOf(model: KoopmanEnsemble, windows: WindowBatch): Promise<tf.Tensor3D> {
  const rho = tf.tidy(() => normalisedCovariance(batchLatents(model, windows)));
  const { operator } = entropyOperator(await rho.data(), rho.shape[0]);
  rho.dispose();
  return tf.tensor3d(operator, rho.shape);
}

/** Windows of random trajectories from random samples on, `[seeds, batch, span + 1, m]`. */
function drawWindows(
  { values, count, samples, dimension: m }: Trajectories,
  { batch, span }: Pick<KoopmanTraining, 'batch' | 'span'>,
  streams: readonly Random[],
): WindowBatch {
  const size = (span + 1) * m;
  const drawn = new Float32Array(streams.length * batch * size);
  streams.forEach(({ integer }, seed) => {
    for (let i = 0; i < batch; i++) {
      const start = (integer(count) * samples + integer(samples - span)) * m;
      drawn.set(values.subarray(start, start + size), (seed * batch + i) * size);
    }
  });
  return tf.tensor4d(drawn, [streams.length, batch, span + 1, m]);
}
