import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { equalWidthLabels } from '../../src/lib/information/binning.js';
import { bits } from '../../src/lib/information/bits.js';
import {
  diffusionSpectralEntropy,
  diffusionSpectrum,
} from '../../src/lib/information/diffusion-spectral-entropy.js';
import {
  classwiseInformation,
  nestedSubsets,
} from '../../src/lib/information/diffusion-spectral-mutual-information.js';
import { corruptedLabelInformation } from '../../src/lib/information/known/labelled-blobs.js';
import { kraskov } from '../../src/lib/information/kraskov.js';
import type { Labels } from '../../src/lib/information/labels.js';
import { pluginEntropy } from '../../src/lib/information/plug-in.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import {
  blobLabels,
  blobPart,
  blobParts,
  type CorruptionParameters,
  estimateColumns,
  fullCorruption as full,
  noisyBlobs,
  quickCorruption as quick,
} from './corruption-parameters.js';

export const definition: Definition<CorruptionParameters> = {
  title: 'Information and corrupted labels',
  description:
    'Blobs whose labels are corrupted more and more: what estimators make of the information they keep.',
  tables: {
    corruption: {
      description: 'One row a set of blobs, share of corrupted labels and estimator.',
      columns: estimateColumns,
    },
  },
  profiles: { quick, full },
  seed: 2,
  compute: 'plain',
  parts: (params) => blobParts(params).map(({ id, D }) => ({ id, cost: 100 + D })),
};

export async function* run({
  params,
  part,
  seed: base,
  signal,
}: Context<CorruptionParameters>): AsyncGenerator<RunEvent, void, void> {
  const set = blobPart(part.id, params);
  const { points, labels } = noisyBlobs(params, set, base);
  for (const [at, corruption] of params.corruption.entries()) {
    signal.throwIfAborted();
    const corrupted = blobLabels(labels, corruption, set, base);
    const stream = (name: string) => random(base, name, set.D, set.seed);
    const estimates = estimatesOf(points, set.D, corrupted, params, stream);
    const truth = corruptedLabelInformation(params.classes, corruption);
    yield {
      table: 'corruption',
      rows: Object.entries({ truth, ...estimates }).map(([estimator, nats]): Row => ({
        ...{ D: set.D, noise: set.noise, seed: set.seed, corruption, estimator },
        mi_bits: bits(nats),
      })),
    };
    yield { progress: (at + 1) / params.corruption.length };
  }
}

/** Mutual information of points and labels by each estimator, in nats. */
function estimatesOf(
  points: Float64Array,
  dimension: number,
  labels: Labels,
  { subsets, bins, neighbours }: CorruptionParameters,
  stream: (name: string) => Random,
): Record<string, number> {
  const drawn = nestedSubsets(labels.codes.length, stream('subsets'), subsets);
  const width = Math.sqrt(dimension);
  const classwise = (entropy: (some: Float64Array) => number) =>
    classwiseInformation(points, dimension, labels, entropy, drawn).information;
  // Neighbours take labels for numbers, and equal ones for ties.
  const { uniform } = stream('ties');
  const numbers = Float64Array.from(labels.codes, (code) => code + 1e-10 * uniform());
  return {
    dsmi: classwise((some) => diffusionSpectralEntropy(diffusionSpectrum(some, dimension, width))),
    ...Object.fromEntries(
      bins.map((count) => [
        `csmi-${count}`,
        classwise((some) => pluginEntropy(equalWidthLabels(some, dimension, count))),
      ]),
    ),
    kraskov: kraskov({ x: points, dimensionX: dimension, y: numbers, dimensionY: 1 }, { k: neighbours }),
  };
}
