// Run as a program of its own, `backend-step.ts <backend>`: times one training step of the sweep's network
// (cs-symmetric, sizes of the quick profile) for 1, 8 and 64 members, and prints the seconds as JSON.
import * as tf from '@tensorflow/tfjs-core';
import { quick } from '../../data-loaders/cs-ib/sweep.js';
import { prepareBackend } from '../../kernels/engine/backend.js';
import { createAdam } from '../../src/lib/learning/adam.js';
import { createEnsemble, parametersOf } from '../../src/lib/learning/ensemble.js';
import { train } from '../../src/lib/learning/train.js';
import { random } from '../../src/lib/statistics/random.js';
import { networkLayers } from '../../src/papers/cs-ib/network.js';
import { losses, methods } from '../../src/papers/cs-ib/objective.js';
import { inputs, memberCounts } from './backend-settings.js';
import { median } from './harness.js';

const warmUps = 3;
/** Steps are timed until so many seconds are over, and three at least. */
const budget = 3;

const { device } = await prepareBackend(process.argv[2]);
const seconds: number[] = [];
for (const members of memberCounts) {
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
  const adam = createAdam({ learningRate: quick.learningRate });
  const steps = train(ensemble, adam, Infinity, (layers) =>
    tf.sum(losses(methods['cs-symmetric'], layers, batch, betas)),
  );
  const times: number[] = [];
  for (let step = 0, spent = 0; step < warmUps + 3 || spent < budget; step++) {
    const start = performance.now();
    steps.next();
    // A GPU works on after the call: the step is over when its weights can be read.
    await ensemble.layers[0].weights.data();
    const time = (performance.now() - start) / 1000;
    spent += time;
    if (step >= warmUps) times.push(time);
  }
  seconds.push(median(times));
  adam.dispose();
  tf.dispose([batch.x, batch.y, betas, ...parametersOf(ensemble.layers)]);
}
process.stdout.write(JSON.stringify({ device, seconds }));
