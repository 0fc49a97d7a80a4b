import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { inspectBackends, prepareBackend } from '../../../kernels/engine/backend.js';
import { activations } from '../../../src/lib/learning/activations.js';
import { createAdam } from '../../../src/lib/learning/adam.js';
import {
  classificationLoss,
  negativeLogLikelihood,
  oneHotRows,
  scoreOf,
} from '../../../src/lib/learning/classifier.js';
import { createEnsemble, parametersOf } from '../../../src/lib/learning/ensemble.js';
import { memberMinibatches } from '../../../src/lib/learning/member-minibatches.js';
import { sizesOf, type Stage } from '../../../src/lib/learning/stages.js';
import { train } from '../../../src/lib/learning/train.js';
import { fastRandom } from '../../../src/lib/statistics/fast-random.js';
import { random } from '../../../src/lib/statistics/random.js';

const backends = (await inspectBackends())
  .filter(({ name, state }) => ['wasm', 'tensorflow'].includes(name) && state !== 'missing')
  .map(({ name }) => name);

const stages: Stage[] = [
  {
    kind: 'convolution',
    rows: 3,
    columns: 3,
    channels: 1,
    outputs: 4,
    height: 8,
    width: 8,
    pad: 'valid',
    pool: 2,
    dropout: 0.1,
    noise: 1e-3,
    activation: (x) => tf.leakyRelu(x, 0.01),
  },
  { kind: 'dense', inputs: 36, outputs: 2, noise: 1e-3, activation: (x) => tf.logSoftmax(x) },
];

/** Bars across or down an image, under noise. */
function bars(n: number): { pixels: Float32Array; labels: Uint8Array } {
  const { integer, normal } = random(1, 'bars');
  const labels = Uint8Array.from({ length: n }, (_, i) => i % 2);
  const pixels = new Float32Array(n * 64);
  labels.forEach((label, i) => {
    const place = integer(8);
    for (let p = 0; p < 64; p++)
      pixels[64 * i + p] = 0.3 * normal() + Number((label ? p % 8 : p >> 3) === place);
  });
  return { pixels, labels };
}

describe.each(backends)('a convolutional classifier on %s', (backend) => {
  it('learns, every member, and leaves no tensor behind', async () => {
    await prepareBackend(backend);
    const before = tf.memory().numTensors;
    const { pixels, labels } = bars(512);
    const data = { x: tf.tensor2d(pixels, [512, 64]), oneHot: oneHotRows(labels, 2) };
    const seeds = [0, 1, 2];
    const noise = seeds.map((seed) => fastRandom(random(seed, 'noise')));
    const ensemble = createEnsemble(
      sizesOf(stages),
      seeds.map((seed) => random(seed, 'weights')),
      1,
    );
    const scores = async () => {
      const [last] = await activations(stages, ensemble.layers, data.x, {
        wanted: [1],
        streams: noise,
        chunk: 200,
      });
      return last.map((output) => scoreOf(output, labels, 2));
    };
    const untrained = await scores();
    const adam = createAdam({ learningRate: 0.01 });
    const batches = memberMinibatches(
      512,
      64,
      seeds.map((seed) => random(seed, 'batches')),
    );
    for (const step of train(ensemble, adam, 150, classificationLoss(stages, data, batches, noise)))
      void step;
    (await scores()).forEach(({ loss, accuracy }, member) => {
      expect(accuracy).toBeGreaterThan(0.95);
      expect(loss).toBeLessThan(untrained[member].loss / 2);
    });
    adam.dispose();
    tf.dispose([data.x, data.oneHot, ...parametersOf(ensemble.layers)]);
    expect(tf.memory().numTensors).toBe(before);
  });
});

it('the likelihood and the score are those of a small case by hand', async () => {
  await prepareBackend('cpu');
  const p = [0.5, 0.25, 0.25, 0.1, 0.8, 0.1];
  const logs = Float32Array.from(p, Math.log);
  const expected = -(Math.log(0.25) + Math.log(0.8)) / 2;
  const loss = negativeLogLikelihood(tf.tensor3d(logs, [1, 2, 3]), tf.expandDims(oneHotRows([2, 1], 3), 0));
  expect(loss.dataSync()[0]).toBeCloseTo(expected, 6);
  const score = scoreOf(logs, [2, 1], 3);
  expect(score.loss).toBeCloseTo(expected, 6);
  expect(score.accuracy).toBe(0.5);
});
