import * as tf from '@tensorflow/tfjs-core';
import { perStep } from '../../src/lib/compute/compiler/per-step.js';
import { mnistDigits, standardisedPixels } from '../../src/lib/datasets/mnist.js';
import type { RowOf } from '../../src/lib/experiment/column.js';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { labelsOf } from '../../src/lib/information/labels.js';
import { activations } from '../../src/lib/learning/activations.js';
import { createAdamW } from '../../src/lib/learning/adamw.js';
import { classificationLoss, oneHotRows, scoreOf } from '../../src/lib/learning/classifier.js';
import { createEnsemble, parametersOf } from '../../src/lib/learning/ensemble.js';
import { memberMinibatches } from '../../src/lib/learning/member-minibatches.js';
import { minibatches } from '../../src/lib/learning/minibatches.js';
import { forward, sizesOf } from '../../src/lib/learning/stages.js';
import { type EnsembleLoss, train } from '../../src/lib/learning/train.js';
import { fastRandom } from '../../src/lib/statistics/fast-random.js';
import { random } from '../../src/lib/statistics/random.js';
import { affineViews } from '../../src/papers/diffusion-spectral-entropy/affine-views.js';
import { contrastiveLoss } from '../../src/papers/diffusion-spectral-entropy/contrastive-loss.js';
import { linearProbe } from '../../src/papers/diffusion-spectral-entropy/linear-probe.js';
import { spectralClusters } from '../../src/papers/diffusion-spectral-entropy/spectral-clusters.js';
import { digits, encoderStages, pixels, representation, side, width } from './encoder.js';
import type { definition } from './images.js';
import { type Readers, readRepresentation } from './representation.js';

type ImagesRow = RowOf<typeof definition.tables.images.columns>;

/** Images at once in reading: a bound on memory. */
const chunk = 500;

/** Trains one network of a regime and reads its representation at the checkpoints. */
export async function* run({
  params,
  part,
  seed,
  signal,
  array,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { regime, seed: number } = part.of;
  const stream = (purpose: string) => random(seed, 'images', purpose, number);
  const { training, reading } = await imageRows(params, array);
  const readers: Readers = {
    labels: labelsOf(Uint32Array.from(reading.labels)),
    clusters: spectralClusters(Float64Array.from(reading.x), pixels, params.clusters),
    kernelWidth: params.kernelWidth,
    subsets: () => stream('subsets'),
  };
  const order = stream('permutation').shuffle(training.labels.length);
  const taught =
    regime === 'permuted' ? training.labels.map((_, row) => training.labels[order[row]]) : training.labels;

  const stages = encoderStages(regime);
  const ensemble = createEnsemble(sizesOf(stages), [stream('weights')], 1);
  const adamW = createAdamW(params);
  // No layer draws noise: the stream stands for the one member.
  const streams = [fastRandom(stream('none'))];
  const numbers = minibatches(taught.length, params.batch, stream('batches'));
  const data = { x: rowsTensor(training.x), oneHot: oneHotRows(taught, digits) };
  const read = rowsTensor(reading.x);
  const probed = tf.slice(data.x, [0, 0], [params.probeImages, pixels]);

  const pairs: EnsembleLoss = (layers) => {
    const both = perStep<tf.Tensor3D>([1, 2 * params.batch, pixels], (values) => {
      const rows = numbers.next().value;
      for (const half of [0, 1]) {
        const view = affineViews(training.x, side, rows, background, params.views, drawn);
        values.set(view, half * view.length);
      }
    });
    return tf.sum(
      contrastiveLoss(forward(stages, layers, both, { streams, training: true }), params.temperature),
    );
  };
  const drawn = stream('views');
  const loss =
    regime === 'contrastive'
      ? pairs
      : classificationLoss(
          stages,
          data,
          memberMinibatches(taught.length, params.batch, [stream('batches')]),
          streams,
        );

  const look = async (step: number) => {
    const outputs = async (x: tf.Tensor2D) => {
      const wanted = [representation, stages.length - 1];
      const [[z], [scores]] = await activations(stages, ensemble.layers, x, { wanted, streams, chunk });
      return { z: Float64Array.from(z), scores };
    };
    const [ofTraining, { z, scores }] = [await outputs(probed), await outputs(read)];
    const probedLabels = taught.subarray(0, params.probeImages);
    const accuracy =
      regime === 'contrastive'
        ? linearProbe(
            { z: ofTraining.z, labels: probedLabels },
            { z, labels: reading.labels },
            width,
            digits,
            stream('probe'),
          )
        : {
            train: scoreOf(ofTraining.scores, probedLabels, digits).accuracy,
            test: scoreOf(scores, reading.labels, digits).accuracy,
          };
    const row: ImagesRow = {
      regime,
      seed: number,
      step,
      train_acc: accuracy.train,
      val_acc: accuracy.test,
      ...readRepresentation(z, width, readers),
    };
    return { table: 'images', rows: [row] } as const;
  };

  const { checkpoints } = params;
  const steps = checkpoints[checkpoints.length - 1];
  try {
    if (checkpoints.includes(0)) yield await look(0);
    for (const step of train(ensemble, adamW, steps, loss)) {
      signal.throwIfAborted();
      if (checkpoints.includes(step)) yield await look(step);
      yield { progress: step / steps };
    }
  } finally {
    adamW.dispose();
    tf.dispose([data, read, probed, parametersOf(ensemble.layers)]);
  }
}

/** What is outside an image: paper without ink. */
const [background] = standardisedPixels(Uint8Array.of(0));

/** The images that train and those that are read: disjoint, also where both are from the test files. */
async function imageRows(
  { data, trainImages, readImages }: RunContext<typeof definition>['params'],
  array: RunContext<typeof definition>['array'],
) {
  const test = await mnistDigits(array, 'test');
  const training = data === 'all' ? await mnistDigits(array, 'train') : test;
  const count = test.labels.length;
  const needed = data === 'all' ? readImages : trainImages + readImages;
  if (count < needed || training.labels.length < trainImages)
    throw new RangeError(`there are ${training.labels.length} images to train with and ${count} to read`);
  const rows = ({ images, labels }: typeof test, start: number, end: number) => ({
    x: standardisedPixels(images.subarray(start * pixels, end * pixels)),
    labels: labels.subarray(start, end),
  });
  return { training: rows(training, 0, trainImages), reading: rows(test, count - readImages, count) };
}

function rowsTensor(x: Float32Array): tf.Tensor2D {
  return tf.tensor2d(x, [x.length / pixels, pixels]);
}
