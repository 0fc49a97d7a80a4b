import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { bits } from '../../src/lib/information/bits.js';
import { diffusionVariants } from '../../src/papers/diffusion-spectral-entropy/diffusion-matrix.js';
import {
  diffusionSpectralEntropy,
  diffusionSpectrum,
} from '../../src/papers/diffusion-spectral-entropy/diffusion-spectral-entropy.js';
import type { definition, LimitsParameters } from './limits.js';

export async function* run({ params }: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { points, groups } = params;
  const examples = [
    { example: 'identical' as const, groups: 1, sizes: [points] },
    ...groups.flatMap((k) => [
      { example: 'equal groups' as const, groups: k, sizes: new Array<number>(k).fill(points / k) },
      // 1, 2, 3, … points, and all that are left in the last group.
      { example: 'unequal groups' as const, groups: k, sizes: unequal(points, k) },
    ]),
    { example: 'far' as const, groups: points, sizes: new Array<number>(points).fill(1) },
  ];
  const rows = examples.flatMap(({ example, groups: k, sizes }) =>
    diffusionVariants.flatMap((variant) => {
      const spectrum = diffusionSpectrum(
        cornerGroups(sizes, params),
        params.dimension,
        params.width,
        variant,
      );
      return params.steps.map((t) => ({
        example,
        groups: k,
        points,
        variant,
        t,
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
