import { range } from 'd3-array';
import type { TwelveBitTraining } from '../../src/papers/adaptive-estimators/twelve-bit-network.js';

/** Networks that differ by their seed alone. */
export type NetGroup = {
  readonly activation: TwelveBitTraining['activation'];
  readonly l2: number;
  readonly split: TwelveBitTraining['split'];
  readonly seeds: number;
};

/** One network: `seed` is its number within the group. */
export type Net = Omit<NetGroup, 'seeds'> & { readonly seed: number };

/** How networks are trained and read. */
export type TrackingParameters = {
  readonly learningRate: number;
  readonly batch: number;
  /** Ascending. */
  readonly checkpoints: readonly number[];
  /** The number of bins in which adaptive binning puts activations. */
  readonly bins: number;
};

/** Five times the learning rate of the released code and a twentieth of its epochs. */
export const quickTracking: TrackingParameters = {
  learningRate: 2e-3,
  batch: 256,
  checkpoints: [0, 1, 2, 3, 4, 7, 12, 20, 33, 54, 89, 147, 243, 400],
  bins: 30,
};

/** A part for every network of some groups, in their order. */
export function partsOf(groups: readonly NetGroup[]) {
  return groups.flatMap(({ seeds, ...group }) =>
    range(seeds).map((seed) => {
      const { activation, l2, split } = group;
      const of: Net = { ...group, seed };
      return { id: `${activation}-l2-${String(l2).replace('.', '-')}-${split}-${seed}`, of };
    }),
  );
}
