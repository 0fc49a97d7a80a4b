import {
  mixtureOnGrid,
  type Mixture,
  type MixtureStep,
} from '../../lib/semantic-information/mixture-matching.js';
import { mixtureTrajectory } from '../../lib/semantic-information/mixture-trajectory.js';
import { integerGrid } from '../../lib/semantic-information/normal-on-grid.js';

export interface LiveMixtureSettings {
  readonly truth: Mixture;
  readonly start: Mixture;
  /** Inner steps of CM-EM, 1 at least. */
  readonly inner: number;
}

export interface LiveMixture {
  readonly grid: Float64Array;
  /** True probabilities, `[n]`. */
  readonly target: Float64Array;
  readonly em: readonly MixtureStep[];
  readonly cmEm: readonly MixtureStep[];
}

/** EM and CM-EM from the same start, each until KL < 0.001 bit, 500 iterations at most: some 10 ms in a browser. */
export function liveMixture({ truth, start, inner }: LiveMixtureSettings): LiveMixture {
  const grid = integerGrid(100);
  const target = mixtureOnGrid(grid, truth);
  const [em, cmEm] = [0, inner].map((loops) =>
    mixtureTrajectory(target, grid, start, { inner: loops, divergence: 1e-3, cap: 500 }),
  );
  return { grid, target, em, cmEm };
}
