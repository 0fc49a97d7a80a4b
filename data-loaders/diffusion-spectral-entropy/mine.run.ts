import * as tf from '@tensorflow/tfjs-core';
import { indicesPerStep } from '../../src/lib/compute/compiler/per-step.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { bits } from '../../src/lib/information/bits.js';
import { createAdam } from '../../src/lib/learning/adam.js';
import { type Dense, dense } from '../../src/lib/learning/dense.js';
import { createEnsemble, parametersOf } from '../../src/lib/learning/ensemble.js';
import { minibatches } from '../../src/lib/learning/minibatches.js';
import { train } from '../../src/lib/learning/train.js';
import { random } from '../../src/lib/statistics/random.js';
import type { definition } from './mine.js';
import { blobLabels, noisyBlobs } from './noisy-blobs.js';

/**
 * Trains the networks of one set of blobs, one a share of corrupted labels, as one ensemble: maximises the
 * Donsker–Varadhan bound E T(x, y) − log E exp T(x, y'), y' permuted labels, over networks T (M. Belghazi et al.,
 * "Mutual information neural estimation", ICML 2018, with the plain, biased gradient of a batch).
 */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const set = part.of;
  const { D } = set;
  const { points: n, classes, corruption, hidden, batch, epochs, learningRate, permutations } = params;
  const blobs = noisyBlobs(params, set, seed);
  const members = corruption.length;
  const x = tf.tensor3d(standardised(blobs.points, D), [1, n, D]);
  const codes = corruption.flatMap((share) => [...blobLabels(blobs.labels, share, set, seed).codes]);
  const y = tf.tidy(() =>
    tf.cast(tf.oneHot(tf.tensor2d(codes, [members, n], 'int32'), classes) as tf.Tensor3D, 'float32'),
  );

  const stream = (name: string) => random(seed, 'mine', name, D, set.seed);
  const weights = stream('weights');
  const sizes = [D + classes, hidden, hidden, 1];
  const ensemble = createEnsemble(
    sizes.slice(1).map((outputs, i) => ({ inputs: sizes[i], outputs })),
    [weights],
    members,
  );
  const adam = createAdam({ learningRate });
  const batches = minibatches(n, batch, stream('batches'));
  const { shuffle } = stream('permutations');
  const perEpoch = Math.floor(n / batch);
  const steps = train(ensemble, adam, epochs * perEpoch, (layers) => {
    let drawn: Uint32Array;
    const rows = indicesPerStep<tf.Tensor1D>([batch], (values) => values.set((drawn = batches.next().value)));
    const other = indicesPerStep<tf.Tensor1D>([batch], (values) =>
      values.set(shuffle(batch).map((at) => drawn[at])),
    );
    return tf.neg(tf.sum<tf.Scalar>(bound(layers, take(x, rows), take(y, rows), take(y, other))));
  });
  for (const step of steps) {
    signal.throwIfAborted();
    if (step % perEpoch === 0) yield { progress: step / (epochs * perEpoch) };
  }

  const sums = new Float64Array(members);
  for (let i = 0; i < permutations; i++) {
    const values = tf.tidy(() =>
      bound(ensemble.layers, x, y, take(y, tf.tensor1d(Int32Array.from(shuffle(n)), 'int32'))),
    );
    (await values.data()).forEach((value, member) => (sums[member] += value / permutations));
    values.dispose();
  }
  adam.dispose();
  tf.dispose([x, y, ...parametersOf(ensemble.layers)]);
  yield {
    table: 'mine',
    rows: corruption.map((share, member) => ({
      D,
      noise: set.noise,
      seed: set.seed,
      corruption: share,
      estimator: 'mine',
      mi_bits: bits(sums[member]),
    })),
  };
}

function take(from: tf.Tensor, rows: tf.Tensor1D): tf.Tensor3D {
  return tf.gather(from as tf.Tensor3D, rows, 1);
}

/** The bound of every member, in nats: x `[1, n, D]`, labels and permuted labels `[members, n, classes]`. */
function bound(layers: readonly Dense[], x: tf.Tensor3D, y: tf.Tensor3D, permuted: tf.Tensor3D): tf.Tensor1D {
  const [members, n] = y.shape;
  const repeated = tf.mul<tf.Tensor3D>(x, tf.ones([members, 1, 1]));
  const scores = (labels: tf.Tensor3D) =>
    tf.reshape(
      dense(
        layers[2],
        tf.relu(dense(layers[1], tf.relu(dense(layers[0], tf.concat([repeated, labels], 2))))),
      ),
      [members, n],
    );
  return tf.sub(tf.mean(scores(y), 1), tf.log(tf.mean(tf.exp(scores(permuted)), 1)));
}

/** Points with mean 0 and variance 1 in each coordinate. */
function standardised(points: Float64Array, dimension: number): Float32Array {
  const n = points.length / dimension;
  const out = new Float32Array(points.length);
  for (let c = 0; c < dimension; c++) {
    let [sum, squares] = [0, 0];
    for (let at = c; at < points.length; at += dimension) sum += points[at];
    for (let at = c; at < points.length; at += dimension) squares += (points[at] - sum / n) ** 2;
    const deviation = Math.sqrt(squares / n);
    for (let at = c; at < points.length; at += dimension) out[at] = (points[at] - sum / n) / deviation;
  }
  return out;
}
