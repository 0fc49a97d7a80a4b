import {
  type Mixture,
  mixtureOnGrid,
  type MixtureStep,
} from '../../papers/semantic-information/mixture-matching.js';
import { mixtureTrajectory } from '../../papers/semantic-information/mixture-trajectory.js';
import { integerGrid } from '../../papers/semantic-information/normal-on-grid.js';

export interface LiveMixtureOptions {
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

/** Bits: a mixture nearer than this to the truth counts as found. */
export const close = 1e-3;

/** EM and CM-EM from the same start, each until KL < 0.001 bit, 500 iterations at most: some 10 ms in a browser. */
export function liveMixture({ truth, start, inner }: LiveMixtureOptions): LiveMixture {
  const grid = integerGrid(100);
  const target = mixtureOnGrid(grid, truth);
  const [em, cmEm] = [0, inner].map((loops) =>
    mixtureTrajectory(target, grid, start, { inner: loops, divergence: close, cap: 500 }),
  );
  return { grid, target, em, cmEm };
}
