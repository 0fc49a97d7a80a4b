import { matchMixture, type Mixture, type MixtureStep } from './mixture-matching.js';

export interface TrajectoryOptions {
  /** Inner steps of CM-EM; 0 for EM. */
  readonly inner: number;
  /** Ends once the divergence is below this, bits; never where omitted. */
  readonly divergence?: number;
  /** Ends once an iteration lowers the divergence by less than this, bits; never where omitted. */
  readonly decrease?: number;
  /** Most iterations. */
  readonly cap: number;
}

/** All steps of a fit, the start first, until it is good enough, stands still, or the cap is reached. */
export function mixtureTrajectory(
  target: Float64Array,
  grid: Float64Array,
  start: Mixture,
  { inner, divergence = -Infinity, decrease = -Infinity, cap }: TrajectoryOptions,
): MixtureStep[] {
  const steps: MixtureStep[] = [];
  for (const step of matchMixture(target, grid, start, inner)) {
    const before = steps.at(-1);
    steps.push(step);
    if (step.iteration === cap || step.divergence < divergence) break;
    if (before && before.divergence - step.divergence < decrease) break;
  }
  return steps;
}
