import * as tf from '@tensorflow/tfjs-core';
import { nextTask } from '../../lib/compute/next-task.js';
import { readyBackend } from '../../lib/compute/ready-backend.js';
import { eigenvalues } from '../../lib/dynamics/eigenvalues.js';
import { errorByHorizon } from '../../lib/dynamics/forecast-error.js';
import type { KoopmanEnsemble } from '../../lib/dynamics/koopman/autoencoder.js';
import { forecast, latentsOf, operatorsOf } from '../../lib/dynamics/koopman/forecast.js';
import { trainKoopman } from '../../lib/dynamics/koopman/train-koopman.js';
import {
  type Scaling,
  scalingOf,
  standardised,
  type Trajectories,
} from '../../lib/dynamics/koopman/trajectories.js';
import { pendulum } from '../../lib/dynamics/pendulum.js';
import { sampleTrajectories } from '../../lib/dynamics/sample-trajectories.js';
import { entropyOfSpectrum, normalisedSpectrum } from '../../lib/information/von-neumann-entropy.js';
import { covariance } from '../../lib/statistics/covariance.js';
import { random } from '../../lib/statistics/random.js';
import type { LiveModel, LiveSettings, LiveSnapshot } from './live-snapshot.js';

const trainCount = 32;
const testCount = 8;
const samples = 61;
const interval = 0.2;
const latent = 8;
const horizon = 40;
const snapshots = 30;
/** sin θ, cos θ, ω. */
const m = 3;

/** See `liveTraining`. */
export async function* trainLive(
  settings: LiveSettings,
  signal?: AbortSignal,
  wasm?: string,
): AsyncGenerator<LiveSnapshot, void, void> {
  check(settings);
  await readyBackend(wasm);
  signal?.throwIfAborted();
  const { alpha, beta, gamma, seed, steps } = settings;
  const { train, test, scaling } = data(seed);
  const truths = new Float64Array(testCount * horizon * m);
  for (let i = 0; i < testCount; i++)
    truths.set(test.values.subarray((i * samples + 1) * m, (i * samples + 1 + horizon) * m), i * horizon * m);
  const states = tf.tensor2d(Float32Array.from(test.values), [testCount * samples, m]);
  const starts = tf.gather(
    states,
    Array.from({ length: testCount }, (_, i) => i * samples),
  ) as tf.Tensor2D;

  const read = async (model: KoopmanEnsemble): Promise<LiveModel[]> => {
    const [paths, latents, operators] = [
      await forecast(model, starts, horizon),
      await latentsOf(model, states),
      await operatorsOf(model),
    ];
    return (['plain', 'chosen'] as const).map((name, member): LiveModel => {
      const spectrum = normalisedSpectrum(covariance(Float64Array.from(latents[member]), latent));
      const { re, im } = eigenvalues(Float64Array.from(operators[member]));
      const path = [...test.values.subarray(0, m), ...paths[member].subarray(0, horizon * m)];
      return {
        name,
        d_eff: Math.exp(entropyOfSpectrum(spectrum)),
        spectrum: [...spectrum],
        eigenvalues: Array.from(re, (value, i) => ({ re: value, im: im[i] })),
        path: velocities(path, scaling),
        nrmse: errorByHorizon(paths[member], truths, horizon, m)[horizon - 1],
      };
    });
  };

  const truth = velocities([...test.values.subarray(0, (horizon + 1) * m)], scaling);
  const every = Math.max(1, Math.round(steps / snapshots));
  const start = 'random' as const;
  const variants = [
    { alpha: 0, beta: 1, gamma: 0, start },
    { alpha, beta, gamma, start },
  ];
  const streams = [{ weights: random(seed, 'live weights'), windows: random(seed, 'live windows') }];
  const sizes = { state: m, hidden: [32, 32], latent };
  const training = { sizes, variants, streams, learningRate: 3e-3, batch: 8, span: 16, steps };
  try {
    for await (const { step, model } of trainKoopman(train, training)) {
      if (step % every === 0 || step === steps)
        yield { step, steps, backend: tf.getBackend(), truth, interval, models: await read(model) };
      await nextTask();
      signal?.throwIfAborted();
    }
  } finally {
    tf.dispose([states, starts]);
  }
}

function check({ alpha, beta, gamma, steps }: LiveSettings): void {
  if (!Number.isInteger(steps) || steps < 1)
    throw new RangeError('live training: the number of steps is whole and from 1 on');
  if (!(alpha >= 0 && beta >= 0) || ![alpha, beta, gamma].every(Number.isFinite))
    throw new RangeError(
      'live training: multipliers are finite, and those of coherence and structure not negative',
    );
}

/** Trajectories of a pendulum from random states, standardised. */
function data(seed: number): { train: Trajectories; test: Trajectories; scaling: Scaling } {
  const count = trainCount + testCount;
  const values = sampleTrajectories(pendulum, { step: interval / 2, every: 2, samples, count, seed });
  const split = trainCount * samples * m;
  const of = (part: Float64Array, count: number) => ({ values: part, count, samples, dimension: m });
  const train = of(values.subarray(0, split), trainCount);
  const scaling = scalingOf(train);
  return {
    train: standardised(train, scaling),
    test: standardised(of(values.subarray(split), testCount), scaling),
    scaling,
  };
}

/** ω along standardised states. */
function velocities(states: readonly number[], { means, deviations }: Scaling): number[] {
  return states.flatMap((value, at) => (at % m === 2 ? [value * deviations[2] + means[2]] : []));
}
