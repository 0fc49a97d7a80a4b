import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { equalWidthLabels } from '../../src/lib/information/binning.js';
import { bits } from '../../src/lib/information/bits.js';
import {
  diffusionSpectralEntropy,
  diffusionSpectrum,
} from '../../src/lib/information/diffusion-spectral-entropy.js';
import { pluginEntropy } from '../../src/lib/information/plug-in.js';
import { random } from '../../src/lib/statistics/random.js';

const distributions = ['uniform', 'normal'] as const;
type Distribution = (typeof distributions)[number];

export type DimensionParameters = {
  readonly points: number;
  /** Coordinates D of the space. */
  readonly ambient: number;
  /** Dimensions d of the distribution: so many between the lowest and D, equally far from each other. */
  readonly lowest: number;
  readonly dimensions: number;
  /** Amplitudes of the uniform noise on all D coordinates. */
  readonly noise: readonly number[];
  readonly steps: readonly number[];
  /** Bins of each coordinate, of the classic entropy. */
  readonly bins: number;
  readonly width: number;
  readonly seeds: number;
};

const quick: DimensionParameters = {
  points: 300,
  ambient: 1024,
  lowest: 51,
  dimensions: 8,
  noise: [0.01, 0.1, 0.3],
  steps: [1, 2, 3, 5],
  bins: 2,
  width: 10,
  seeds: 3,
};

export const definition: Definition<DimensionParameters> = {
  title: 'Entropy and dimension',
  description:
    'Points that vary in d of D coordinates, with noise on all of them: their diffusion spectral entropy and the classic entropy of binned coordinates.',
  tables: {
    dimension: {
      description: 'One row a set of points and estimator.',
      columns: {
        distribution: {
          type: 'string',
          description: 'law of the d coordinates: uniform on [−1, 1], or normal',
        },
        noise: { type: 'float64', description: 'amplitude of the uniform noise' },
        estimator: { type: 'string', description: 'dse: diffusion spectral entropy; cse: entropy of bins' },
        t: { type: 'int32', description: 'steps of the diffusion; null for bins' },
        d: { type: 'int32', description: 'dimension of the distribution' },
        seed: { type: 'int32', description: 'number of the repetition' },
        bits: { type: 'float64', description: 'entropy', unit: 'bits' },
      },
    },
  },
  profiles: { quick, full: { ...quick, points: 500, dimensions: 20, seeds: 5 } },
  seed: 1,
  compute: 'plain',
  parts: ({ seeds }) =>
    distributions.flatMap((distribution) =>
      Array.from({ length: seeds }, (_, seed) => ({ id: `${distribution}-${seed}` })),
    ),
};

export async function* run({
  params,
  part,
  seed: base,
  signal,
}: Context<DimensionParameters>): AsyncGenerator<RunEvent, void, void> {
  const { noise, ambient, width, bins } = params;
  const [distribution, number] = part.id.split('-') as [Distribution, string];
  const repetition = Number(number);
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
          ...params.steps.map((t): Row => ({
            ...row,
            estimator: 'dse',
            t,
            bits: bits(diffusionSpectralEntropy(spectrum, t)),
          })),
          {
            ...row,
            estimator: 'cse',
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
  distribution: Distribution,
  d: number,
  amplitude: number,
  { points, ambient }: DimensionParameters,
  stream: (name: string) => ReturnType<typeof random>,
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
