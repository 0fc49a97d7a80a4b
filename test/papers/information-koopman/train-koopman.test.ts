import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { covariance } from '../../../src/lib/statistics/covariance.js';
import { random } from '../../../src/lib/statistics/random.js';
import { forecast, latentsOf, operatorsOf } from '../../../src/papers/information-koopman/forecast.js';
import { effectiveDimension } from '../../../src/papers/information-koopman/information/von-neumann-entropy.js';
import { type KoopmanTraining, trainKoopman } from '../../../src/papers/information-koopman/train-koopman.js';
import { scalingOf, standardised } from '../../../src/papers/information-koopman/trajectories.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

/** Points that turn by 0.3 a sample, from random angles on circles of random radius. */
function turning(count: number, samples: number) {
  const { uniform } = random(1, 'turning');
  const values = new Float32Array(count * samples * 2);
  for (let i = 0; i < count; i++) {
    const [angle, radius] = [2 * Math.PI * uniform(), 0.5 + uniform()];
    for (let t = 0; t < samples; t++)
      values.set(
        [radius * Math.cos(angle + 0.3 * t), radius * Math.sin(angle + 0.3 * t)],
        (i * samples + t) * 2,
      );
  }
  return { values, count, samples, dimension: 2 };
}

const settings = (steps: number, gammas: readonly number[]): KoopmanTraining => ({
  sizes: { state: 2, hidden: [16], latent: 4 },
  variants: gammas.map((gamma) => ({ alpha: 0.1, beta: 1, gamma, start: 'random' as const })),
  streams: [0, 1].map((seed) => ({
    weights: random(1, 'weights', seed),
    windows: random(1, 'windows', seed),
  })),
  learningRate: 1e-2,
  batch: 4,
  span: 8,
  steps,
});

const data = turning(12, 30);
const states = () => tf.tensor2d(data.values, [12 * 30, 2]);

/** What is measured after the last step. */
async function trained(training: KoopmanTraining) {
  const x = states();
  let found: { latents: Float32Array[]; path: Float32Array[]; K: Float32Array[] } | undefined;
  for await (const { step, model } of trainKoopman(data, training))
    if (step === training.steps)
      found = {
        latents: await latentsOf(model, x),
        path: await forecast(model, x, 1),
        K: await operatorsOf(model),
      };
  x.dispose();
  return found!;
}

describe('Koopman autoencoders', () => {
  it('begin alike for all variants of a seed, and may begin with the identity', async () => {
    const training = settings(0, [0, 0.1]);
    const variants = [training.variants[0], { ...training.variants[1], start: 'identity' as const }];
    const { latents, K } = await trained({ ...training, variants });
    expect(latents[2]).toEqual(latents[0]);
    expect(latents[3]).toEqual(latents[1]);
    expect(latents[1]).not.toEqual(latents[0]);
    expect([...K[2]]).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    expect(K[0]).not.toEqual(K[1]);
  });

  it('learn to predict what turns; the sign of the entropy term decides how far latents spread; nothing stays on the backend', async () => {
    const before = tf.memory().numTensors;
    const { latents, path } = await trained(settings(300, [-0.1, 0.2]));
    expect(tf.memory().numTensors).toBe(before);
    for (const predicted of path) {
      let squares = 0;
      for (let i = 0; i < 12; i++)
        for (let at = i * 60; at < i * 60 + 58; at++) squares += (predicted[at] - data.values[at + 2]) ** 2;
      expect(Math.sqrt(squares / (12 * 58))).toBeLessThan(0.15);
    }
    const dimensions = latents.map((z) => effectiveDimension(covariance(Float64Array.from(z), 4)));
    expect(dimensions[2]).toBeGreaterThan(dimensions[0] + 0.2);
    expect(dimensions[3]).toBeGreaterThan(dimensions[1] + 0.2);
  });

  it('are the same again for the same streams', async () => {
    const [one, two] = [await trained(settings(5, [0.1])), await trained(settings(5, [0.1]))];
    expect(one).toEqual(two);
  });

  it('leave nothing behind where training is cut short', async () => {
    const before = tf.memory().numTensors;
    for await (const { step } of trainKoopman(data, settings(50, [0, 0.1]))) if (step === 3) break;
    expect(tf.memory().numTensors).toBe(before);
  });
});

it('trajectories are standardised by the training data', () => {
  const small = { values: Float64Array.of(0, 1, 2, 3, 4, 11), count: 1, samples: 3, dimension: 2 };
  const scaling = scalingOf(small);
  expect([...scaling.means]).toEqual([2, 5]);
  const { values } = standardised(small, scaling);
  expect(values[0] + values[2] + values[4]).toBeCloseTo(0, 12);
  expect(values[1] ** 2 + values[3] ** 2 + values[5] ** 2).toBeCloseTo(3, 12);
});
