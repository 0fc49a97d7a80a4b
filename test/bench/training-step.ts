import * as tf from '@tensorflow/tfjs-core';
import { quick } from '../../data-loaders/cs-ib/sweep.js';
import { type Adam, createAdam } from '../../src/lib/learning/adam.js';
import { createEnsemble, parametersOf } from '../../src/lib/learning/ensemble.js';
import { train } from '../../src/lib/learning/train.js';
import { random } from '../../src/lib/statistics/random.js';
import { networkLayers } from '../../src/papers/cs-ib/network.js';
import { losses, methods } from '../../src/papers/cs-ib/objective.js';
import { inputs } from './backend-settings.js';
import type { TrainingStep } from './timed-step.js';

/**
 * The step that benchmarks time: stacked networks of the sweep of cs-ib with the loss of `cs-symmetric`, at the sizes of
 * its quick profile, on made-up rows.
 *
 * @param around what the optimiser is put into before it is used
 */
export function trainingStep(members: number, around: (adam: Adam) => Adam = (adam) => adam): TrainingStep {
  const copies = Math.min(4, members);
  const seeds = members / copies;
  const streams = Array.from({ length: seeds }, (_, seed) => random(1, 'weights', seed));
  const ensemble = createEnsemble(networkLayers({ inputs, ...quick }, false), streams, copies);
  const { normal } = random(1, 'rows');
  const draw = (width: number) =>
    tf.tensor3d(Float32Array.from({ length: seeds * quick.batch * width }, normal), [
      seeds,
      quick.batch,
      width,
    ]);
  const batch = { x: draw(inputs), y: draw(1) };
  const betas = tf.fill([members], 0.1) as tf.Tensor1D;
  const adam = around(createAdam({ learningRate: quick.learningRate }));
  const steps = train(ensemble, adam, Infinity, (layers) =>
    tf.sum(losses(methods['cs-symmetric'], layers, batch, betas)),
  );
  return {
    take: () => void steps.next(),
    finished: () => ensemble.layers[0].weights.data(),
    dispose() {
      steps.return();
      adam.dispose();
      tf.dispose([batch.x, batch.y, betas, ...parametersOf(ensemble.layers)]);
    },
  };
}
