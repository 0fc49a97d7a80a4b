import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { equalWidthLabels } from '../../src/lib/information/binning.js';
import { bits } from '../../src/lib/information/bits.js';
import { pluginEntropy } from '../../src/lib/information/plug-in.js';
import { type Random, random } from '../../src/lib/statistics/random.js';
import {
  diffusionSpectralEntropy,
  diffusionSpectrum,
} from '../../src/papers/diffusion-spectral-entropy/diffusion-spectral-entropy.js';
import type { definition, DimensionParameters } from './dimension.js';

export async function* run({
  params,
  part,
  seed: base,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { noise, ambient, width, bins } = params;
  const { distribution, seed: repetition } = part.of;
  const dimensions = dimensionsOf(params);
  let done = 0;
  for (const amplitude of noise)
    for (const d of dimensions) {
      signal.throwIfAborted();
      const points = flatPoints(distribution, d, amplitude, params, (name) =>
        random(base, 'dimension', distribution, repetition, amplitude, d, name),
      );
      const spectrum = diffusionSpectrum(points, ambient, width);
      const row = { distribution, noise: amplitude, d, seed: repetition };
      yield {
        table: 'dimension',
        rows: [
          ...params.steps.map((t) => ({
            ...row,
            estimator: 'dse' as const,
            t,
            bits: bits(diffusionSpectralEntropy(spectrum, t)),
          })),
          {
            ...row,
            estimator: 'cse' as const,
            t: null,
            bits: bits(pluginEntropy(equalWidthLabels(points, ambient, bins))),
          },
        ],
      };
      yield { progress: ++done / (noise.length * dimensions.length) };
    }
}

function dimensionsOf({ lowest, ambient, dimensions }: DimensionParameters): number[] {
  const step = (ambient - lowest) / (dimensions - 1);
  return Array.from({ length: dimensions }, (_, i) => Math.floor(lowest + i * step));
}

/** Points that vary in the first d coordinates; the others are one normal number, the same everywhere. */
function flatPoints(
  distribution: 'uniform' | 'normal',
  d: number,
  amplitude: number,
  { points, ambient }: DimensionParameters,
  stream: (name: string) => Random,
): Float64Array {
  const { uniform, normal } = stream('points');
  const jitter = stream('noise');
  const rest = stream('rest').normal();
  const draw = distribution === 'uniform' ? () => 2 * uniform() - 1 : normal;
  return Float64Array.from(
    { length: points * ambient },
    (_, at) => (at % ambient < d ? draw() : rest) + amplitude * (2 * jitter.uniform() - 1),
  );
}
