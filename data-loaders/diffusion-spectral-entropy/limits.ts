import type { Row } from '../../src/lib/experiment/column.js';
import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { bits } from '../../src/lib/information/bits.js';
import type { DiffusionVariant } from '../../src/lib/information/diffusion-matrix.js';
import {
  diffusionSpectralEntropy,
  diffusionSpectrum,
} from '../../src/lib/information/diffusion-spectral-entropy.js';

export type LimitsParameters = {
  readonly points: number;
  readonly dimension: number;
  /** σ of the kernel. */
  readonly width: number;
  /** Distance between points, or groups of them, that counts as far. */
  readonly distance: number;
  /** Numbers of tight groups. */
  readonly groups: readonly number[];
  readonly steps: readonly number[];
};

export const definition: Definition<LimitsParameters> = {
  title: 'Limits of the entropy',
  description:
    'Point sets whose diffusion spectral entropy is known: all equal, tight far groups, all far apart.',
  tables: {
    limits: {
      description: 'One row a set of points, number of steps and form of the diffusion.',
      columns: {
        example: {
          type: 'string',
          description: 'identical points, groups of equal or unequal size, or far points',
        },
        groups: { type: 'int32', description: 'number of groups of equal points' },
        points: { type: 'int32', description: 'number of points' },
        variant: {
          type: 'string',
          description: 'diffusion matrix as in the released code, or as in the text',
        },
        t: { type: 'int32', description: 'steps of the diffusion' },
        dse: { type: 'float64', description: 'diffusion spectral entropy', unit: 'bits' },
        expected: { type: 'float64', description: 'what theory says', unit: 'bits' },
      },
    },
  },
  profiles: {
    quick: { points: 60, dimension: 60, width: 10, distance: 1000, groups: [2, 3, 5, 10], steps: [1, 2, 5] },
  },
  seed: 1,
  compute: 'plain',
  parts: () => [{ id: 'all' }],
};

const variants: readonly DiffusionVariant[] = ['code', 'text'];

export async function* run({ params }: Context<LimitsParameters>): AsyncGenerator<RunEvent, void, void> {
  const { points, groups } = params;
  const examples = [
    { example: 'identical', groups: 1, sizes: [points] },
    ...groups.flatMap((k) => [
      { example: 'equal groups', groups: k, sizes: new Array<number>(k).fill(points / k) },
      // 1, 2, 3, … points, and all that are left in the last group.
      { example: 'unequal groups', groups: k, sizes: unequal(points, k) },
    ]),
    { example: 'far', groups: points, sizes: new Array<number>(points).fill(1) },
  ];
  const rows = examples.flatMap(({ example, groups: k, sizes }) =>
    variants.flatMap((variant): Row[] => {
      const spectrum = diffusionSpectrum(
        cornerGroups(sizes, params),
        params.dimension,
        params.width,
        variant,
      );
      return params.steps.map((t) => ({
        ...{ example, groups: k, points, variant, t },
        dse: bits(diffusionSpectralEntropy(spectrum, t)),
        expected: Math.log2(k),
      }));
    }),
  );
  yield { table: 'limits', rows };
}

function unequal(points: number, k: number): number[] {
  const sizes = Array.from({ length: k - 1 }, (_, i) => i + 1);
  return [...sizes, points - sizes.reduce((sum, size) => sum + size, 0)];
}

/** Groups of equal points, each on an axis of its own. */
function cornerGroups(sizes: readonly number[], { dimension, distance }: LimitsParameters): Float64Array {
  return Float64Array.from(
    sizes.flatMap((size, axis) =>
      Array.from({ length: size }, () =>
        Array.from({ length: dimension }, (_, i) => (i === axis ? distance : 0)),
      ).flat(),
    ),
  );
}
