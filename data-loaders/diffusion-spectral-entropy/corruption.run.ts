import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { equalWidthLabels } from '../../src/lib/information/binning.js';
import { bits } from '../../src/lib/information/bits.js';
import { kraskov } from '../../src/lib/information/kraskov.js';
import type { Labels } from '../../src/lib/information/labels.js';
import { pluginEntropy } from '../../src/lib/information/plug-in.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import {
  diffusionSpectralEntropy,
  diffusionSpectrum,
} from '../../src/papers/diffusion-spectral-entropy/diffusion-spectral-entropy.js';
import {
  classwiseInformation,
  nestedSubsets,
} from '../../src/papers/diffusion-spectral-entropy/diffusion-spectral-mutual-information.js';
import { corruptedLabelInformation } from '../../src/papers/diffusion-spectral-entropy/labelled-blobs.js';
import type { estimators } from '../../src/papers/diffusion-spectral-entropy/tables.js';
import type { CorruptionParameters, definition } from './corruption.js';
import { blobLabels, noisyBlobs } from './noisy-blobs.js';

export async function* run({
  params,
  part,
  seed: base,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const set = part.of;
  const { points, labels } = noisyBlobs(params, set, base);
  for (const [at, corruption] of params.corruption.entries()) {
    signal.throwIfAborted();
    const corrupted = blobLabels(labels, corruption, set, base);
    const stream = (name: string) => random(base, name, set.D, set.seed);
    const estimates = estimatesOf(points, set.D, corrupted, params, stream);
    const truth = corruptedLabelInformation(params.classes, corruption);
    yield {
      table: 'corruption',
      rows: [{ estimator: 'truth' as const, nats: truth }, ...estimates].map(({ estimator, nats }) => ({
        D: set.D,
        noise: set.noise,
        seed: set.seed,
        corruption,
        estimator,
        mi_bits: bits(nats),
      })),
    };
    yield { progress: (at + 1) / params.corruption.length };
  }
}

/** Mutual information as one of the estimators has it. */
interface Estimate {
  readonly estimator: (typeof estimators)[number];
  readonly nats: number;
}

/** Mutual information of points and labels by each estimator, in nats. */
function estimatesOf(
  points: Float64Array,
  dimension: number,
  labels: Labels,
  { subsets, bins, neighbours }: CorruptionParameters,
  stream: (name: string) => Random,
): Estimate[] {
  const drawn = nestedSubsets(labels.codes.length, stream('subsets'), subsets);
  const width = Math.sqrt(dimension);
  const classwise = (entropy: (some: Float64Array) => number) =>
    classwiseInformation(points, dimension, labels, entropy, drawn).information;
  // Neighbours take labels for numbers, and equal ones for ties.
  const { uniform } = stream('ties');
  const numbers = Float64Array.from(labels.codes, (code) => code + 1e-10 * uniform());
  return [
    {
      estimator: 'dsmi',
      nats: classwise((some) => diffusionSpectralEntropy(diffusionSpectrum(some, dimension, width))),
    },
    ...bins.map((count) => ({
      estimator: `csmi-${count}` as const,
      nats: classwise((some) => pluginEntropy(equalWidthLabels(some, dimension, count))),
    })),
    {
      estimator: 'kraskov',
      nats: kraskov(
        { x: points, dimensionX: dimension, y: numbers, dimensionY: 1 },
        { k: neighbours, checked: false },
      ),
    },
  ];
}
