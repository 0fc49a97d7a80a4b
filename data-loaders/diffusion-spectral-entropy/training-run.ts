import * as tf from '@tensorflow/tfjs-core';
import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, RunEvent } from '../../src/lib/experiment/experiment.js';
import { labelsOf } from '../../src/lib/information/labels.js';
import { spectralClusters } from '../../src/lib/information/spectral-clusters.js';
import { parametersOf } from '../../src/lib/learning/ensemble.js';
import { random } from '../../src/lib/statistics/random.js';
import { createClassifiers, readClassifiers } from './classifier.js';
import { trainClassifiers } from './classifier-training.js';
import { inputs, latentTask, permutedLabels } from './latent-task.js';
import { regimes, type TrainingParameters } from './network-parameters.js';
import { entropyOf, informationOf, meanNorm, unitDistance } from './representation.js';

/** Runs the part `seed-<number>`. */
export async function* runTraining({
  params,
  part,
  seed,
  signal,
}: Context<TrainingParameters>): AsyncGenerator<RunEvent, void, void> {
  const number = Number(part.id.slice('seed-'.length));
  const { width, epochs, kernelWidth } = params;
  const { train, validation } = latentTask(seed, number, params.trainRows, params.validationRows);
  const labels = regimes.map((regime) =>
    regime === 'clean' ? train.labels : permutedLabels(train.labels, seed, number),
  );
  const truth = regimes.map(() => validation.labels);
  const ofY = labelsOf(validation.labels);
  const ofX = spectralClusters(Float64Array.from(validation.x), inputs, params.clusters);
  const subsets = () => random(seed, 'subsets', number);

  const ensemble = createClassifiers(params, regimes.length, { seed, number });
  const order = random(seed, 'batches', number);
  for (const epoch of trainClassifiers(ensemble, train, { ...params, labels, order, signal })) {
    yield { progress: epoch / epochs };
    if (!params.read.includes(epoch)) continue;
    const trained = await readClassifiers(ensemble, train, labels);
    const rows = (await readClassifiers(ensemble, validation, truth)).map(({ z, accuracy }, member): Row => {
      const unit = unitDistance(z, width);
      return {
        ...{ regime: regimes[member], seed: number, epoch },
        train_acc: trained[member].accuracy,
        val_acc: accuracy,
        dse: entropyOf(z, width, kernelWidth),
        dsmi_y: informationOf(z, width, ofY, { width: kernelWidth, random: subsets() }),
        dsmi_x: informationOf(z, width, ofX, { width: kernelWidth, random: subsets() }),
        norm: meanNorm(z, width),
        dse_unit: entropyOf(unit, width, 1),
        dsmi_y_unit: informationOf(unit, width, ofY, { width: 1, random: subsets() }),
      };
    });
    yield { table: 'training', rows };
  }
  tf.dispose(parametersOf(ensemble.layers));
}
