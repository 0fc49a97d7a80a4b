import * as tf from '@tensorflow/tfjs-core';
import { range } from 'd3-array';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { random } from '../../src/lib/statistics/random.js';
import { forecast } from '../../src/papers/information-koopman/forecast.js';
import { forecastErrors, predictionStarts } from '../../src/papers/information-koopman/measures.js';
import { differentialData } from '../../src/papers/information-koopman/system-data.js';
import { trainKoopman } from '../../src/papers/information-koopman/train-koopman.js';
import type { definition } from './coarse.js';

/** Trains all models as one ensemble, and predicts with each. */
export async function* run({
  params,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { train, test } = differentialData('lorenz63-coarse', params, seed);
  const starts = predictionStarts(test, params.starts);
  const streams = range(params.seeds).map((number) => ({
    weights: random(seed, 'koopman coarse', 'weights', number),
    windows: random(seed, 'koopman coarse', 'windows', number),
  }));
  const sizes = { state: train.dimension, hidden: params.hidden, latent: params.latent };
  const first = tf.tidy(() => {
    const states = tf.tensor2d(Float32Array.from(test.values), [test.count * test.samples, test.dimension]);
    return tf.gather(states, starts) as tf.Tensor2D;
  });
  try {
    for await (const { step, model } of trainKoopman(train, { ...params, sizes, streams })) {
      signal.throwIfAborted();
      if (step === params.steps) {
        const paths = await forecast(model, first, params.horizon);
        const rows = paths.flatMap((path, member) => {
          const variant = params.variants[Math.floor(member / params.seeds)].id;
          const errors = forecastErrors(path, test, starts, params.horizon);
          return Array.from(errors, (nrmse, at) => ({
            variant,
            seed: member % params.seeds,
            h: at + 1,
            nrmse,
          }));
        });
        yield { table: 'coarse_rollout', rows };
      }
      yield { progress: step / params.steps };
    }
  } finally {
    first.dispose();
  }
}
