import * as tf from '@tensorflow/tfjs-core';
import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { labelsOf } from '../../src/lib/information/labels.js';
import { parametersOf } from '../../src/lib/learning/ensemble.js';
import { random } from '../../src/lib/statistics/random.js';
import { spectralClusters } from '../../src/papers/diffusion-spectral-entropy/spectral-clusters.js';
import { createClassifiers, readClassifiers } from './classifier.js';
import { trainClassifiers } from './classifier-training.js';
import { inputs, latentTask, permutedLabels } from './latent-task.js';
import { type Readers, readRepresentation } from './representation.js';
import type { definition } from './training.js';

/** Trains the networks of one seed, one a regime, as one ensemble: same rows, first weights and batches. */
export async function* run({
  params,
  part,
  seed,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { seed: number } = part.of;
  const { epochs } = params;
  const { train, validation } = latentTask(seed, number, params.trainRows, params.validationRows);
  const networks = [
    { regime: 'clean', taught: train.labels },
    { regime: 'wrong', taught: permutedLabels(train.labels, seed, number) },
  ] as const;
  const labels = networks.map(({ taught }) => taught);
  const truth = networks.map(() => validation.labels);
  const readers: Readers = {
    labels: labelsOf(validation.labels),
    clusters: spectralClusters(Float64Array.from(validation.x), inputs, params.clusters),
    kernelWidth: params.kernelWidth,
    subsets: () => random(seed, 'subsets', number),
  };

  const ensemble = createClassifiers(params, networks.length, { seed, number });
  const order = random(seed, 'batches', number);
  for (const epoch of trainClassifiers(ensemble, train, { ...params, labels, order, signal })) {
    yield { progress: epoch / epochs };
    if (!params.read.includes(epoch)) continue;
    const trained = await readClassifiers(ensemble, train, labels);
    const read = await readClassifiers(ensemble, validation, truth);
    yield {
      table: 'training',
      rows: read.map(({ z, accuracy }, member) => ({
        regime: networks[member].regime,
        seed: number,
        epoch,
        train_acc: trained[member].accuracy,
        val_acc: accuracy,
        ...readRepresentation(z, params.width, readers),
      })),
    };
  }
  tf.dispose(parametersOf(ensemble.layers));
}
