import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { prepareBackend } from '../../../kernels/engine/backend.js';
import { parametersOf } from '../../../src/lib/learning/ensemble.js';
import { fastRandom } from '../../../src/lib/statistics/fast-random.js';
import { principalCodes, principalComponents } from '../../../src/lib/statistics/principal-components.js';
import { random } from '../../../src/lib/statistics/random.js';
import {
  autoencode,
  type AutoencoderPlan,
  trainAutoencoder,
} from '../../../src/papers/lossy-compression-ib/autoencoder.js';
import { unexplainedVariance } from '../../../src/papers/lossy-compression-ib/unexplained-variance.js';

beforeAll(async () => {
  await prepareBackend('wasm');
});

const leaky = (x: tf.Tensor3D) => tf.leakyRelu(x, 0.2);
const plan: AutoencoderPlan = {
  encoder: [
    { kind: 'dense', inputs: 3, outputs: 16, activation: leaky },
    { kind: 'dense', inputs: 16, outputs: 1, activation: (x) => tf.tanh(x) },
  ],
  decoder: [
    { kind: 'dense', inputs: 1, outputs: 16, activation: leaky },
    { kind: 'dense', inputs: 16, outputs: 3, activation: (x) => x },
  ],
  codeNoise: 0.02,
};

/** A curve through space, three quarters of a turn, of which a line explains little. */
function curve(n: number): Float64Array {
  const { uniform } = random(1, 'curve');
  return Float64Array.from({ length: n }, uniform).reduce(
    (points, u, i) => {
      const angle = 1.5 * Math.PI * u;
      points.set([Math.cos(angle), Math.sin(angle), u], 3 * i);
      return points;
    },
    new Float64Array(3 * n),
  );
}

it('follows a curve that one principal component cannot, every member, and leaves no tensor behind', async () => {
  const before = tf.memory().numTensors;
  const points = curve(1000);
  const x = tf.tensor2d(Float32Array.from(points), [1000, 3]);
  const streams = [0, 1].map((seed) => ({
    weights: random(seed, 'weights'),
    batches: random(seed, 'batches'),
    noise: fastRandom(random(seed, 'noise')),
  }));
  const training = trainAutoencoder(plan, x, { steps: 600, batch: 64, rates: [1e-2, 1e-4], streams });
  let last = training.next();
  while (!last.done) last = training.next();
  const ensemble = last.value;
  const linear = principalComponents(points, 3, 1);
  const codes = principalCodes(points, linear);
  const byLine = points.map(
    (_, at) => linear.mean[at % 3] + codes[Math.floor(at / 3)] * linear.directions[at % 3],
  );
  const results = await autoencode(plan, ensemble, x, 300);
  for (const { codes, reconstruction } of results) {
    expect(codes).toHaveLength(1000);
    const unexplained = unexplainedVariance(points, Float64Array.from(reconstruction), 3);
    expect(unexplained).toBeLessThan(0.2 * unexplainedVariance(points, byLine, 3));
  }
  expect(results[0].codes).not.toEqual(results[1].codes);
  tf.dispose([x, ...parametersOf(ensemble.layers)]);
  expect(tf.memory().numTensors).toBe(before);
});
