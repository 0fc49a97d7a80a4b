import * as tf from '@tensorflow/tfjs-core';
import { nextTask } from '../../lib/compute/next-task.js';
import { readyBackend } from '../../lib/compute/ready-backend.js';
import { random } from '../../lib/statistics/random.js';
import type { KoopmanEnsemble } from '../../papers/information-koopman/autoencoder.js';
import { eigenvalues } from '../../papers/information-koopman/dynamics/eigenvalues.js';
import { forecast, latentsOf, operatorsOf } from '../../papers/information-koopman/forecast.js';
import { forecastErrors, predictionStarts, spreadOf } from '../../papers/information-koopman/measures.js';
import { differentialData } from '../../papers/information-koopman/system-data.js';
import { trainKoopman } from '../../papers/information-koopman/train-koopman.js';
import type { Scaling } from '../../papers/information-koopman/trajectories.js';
import type { LiveModel, LiveSettings, LiveSnapshot } from './live-snapshot.js';

const split = { trainTrajectories: 32, testTrajectories: 8, samples: 61 };
const latent = 8;
const horizon = 40;
const snapshots = 30;
/** sin θ, cos θ, ω. */
const m = 3;

/**
 * Trains two Koopman autoencoders of a pendulum from the same weights on the same batches, a plain one and one with the
 * given multipliers, and yields a snapshot before the first step, after the last, and some thirty in between.
 *
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
  const { alpha, beta, gamma, seed, steps } = settings;
  const { train, test, scaling, interval } = differentialData('pendulum', split, seed);
  const starts = predictionStarts(test, [0]);
  const states = tf.tensor2d(Float32Array.from(test.values), [test.count * test.samples, m]);
  const first = tf.gather(states, starts) as tf.Tensor2D;

  const read = async (model: KoopmanEnsemble): Promise<LiveModel[]> => {
    const [paths, latents, operators] = [
      await forecast(model, first, horizon),
      await latentsOf(model, states),
      await operatorsOf(model),
    ];
    return (['plain', 'chosen'] as const).map((name, member): LiveModel => {
      const { spectrum, d_eff } = spreadOf(Float64Array.from(latents[member]), latent);
      const { re, im } = eigenvalues(Float64Array.from(operators[member]));
      const path = [...test.values.subarray(0, m), ...paths[member].subarray(0, horizon * m)];
      return {
        name,
        d_eff,
        spectrum: [...spectrum],
        eigenvalues: Array.from(re, (value, i) => ({ re: value, im: im[i] })),
        path: velocities(path, scaling),
        nrmse: forecastErrors(paths[member], test, starts, horizon)[horizon - 1],
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
      await nextTask(); // a kernel hears between two steps that it is to stop
    }
  } finally {
    tf.dispose([states, first]);
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

/** ω along standardised states. */
function velocities(states: readonly number[], { means, deviations }: Scaling): number[] {
  return states.flatMap((value, at) => (at % m === 2 ? [value * deviations[2] + means[2]] : []));
}
