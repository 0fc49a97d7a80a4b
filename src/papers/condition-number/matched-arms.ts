import { group } from 'd3-array';
import { type AdaptationPoint, atFirstCrossing, curveOf, matchedTarget } from './matched-forgetting.js';
import { armGroups } from './tables.js';

/** How the loss is fixed at which arms are compared. */
export interface TargetRule {
  /** Share of a gain on the new source. */
  readonly fraction: number;
  /** Whose gain: that of the arm of the main group that gains least, or that of tuning all tensors. */
  readonly of: 'weakest' | 'all';
}

/** An arm where its loss on the new source first falls to the target; `null` where it never does. */
export interface MatchedArm<Arm extends string> {
  readonly arm: Arm;
  readonly target: number;
  readonly step: number | null;
  readonly forget: number | null;
  /** Loss on test data of the new source. */
  readonly b_test: number | null;
}

/** Every arm of one network, compared at the same loss on the new source. @param points of all arms */
export function matchedArms<Arm extends string>(
  points: readonly (AdaptationPoint & { readonly arm: Arm; readonly b_test: number })[],
  { fraction, of }: TargetRule,
): MatchedArm<Arm>[] {
  const target = matchedTarget(points, of === 'all' ? ['all'] : armGroups.main, fraction);
  return [...group(points, ({ arm }) => arm).keys()].map((arm) => {
    const curve = curveOf(points, arm);
    const at = (column: 'step' | 'forget' | 'b_test') => atFirstCrossing(curve, target, column);
    return { arm, target, step: at('step'), forget: at('forget'), b_test: at('b_test') };
  });
}
