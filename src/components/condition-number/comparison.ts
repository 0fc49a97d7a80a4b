import type { ColumnTable } from 'arquero';
import { atFirstCrossing, curveOf, matchedTarget } from '../../lib/learning/matched-forgetting.js';
import { armGroups } from './arms.js';

/** A row of the table `curves`. */
export interface CurveRow {
  readonly study: string;
  readonly seed: number;
  readonly arm: string;
  readonly step: number;
  readonly b_loss: number;
  readonly b_test: number;
  readonly a_loss: number;
  readonly forget: number;
  readonly trainable: number;
}

/** How the loss is fixed at which arms are compared. */
export interface TargetRule {
  /** Share of a gain on the new source. */
  readonly fraction: number;
  /** Whose gain: that of the arm that gains least, or that of tuning all tensors. */
  readonly of: 'weakest' | 'all';
}

/** An arm of one seed where it first comes to the target; `null` where it never does. */
export interface Matched {
  readonly seed: number;
  readonly arm: string;
  readonly target: number;
  readonly forget: number | null;
  readonly b_test: number | null;
  readonly step: number | null;
  readonly trainable: number;
}

export function curvesOf(curves: ColumnTable, study: string): CurveRow[] {
  return (curves.objects({ limit: Infinity }) as CurveRow[]).filter((row) => row.study === study);
}

/** Every arm of every seed, compared at the same loss on the new source. */
export function matchedArms(rows: readonly CurveRow[], { fraction, of }: TargetRule): Matched[] {
  return [...new Set(rows.map(({ seed }) => seed))].flatMap((seed) => {
    const points = rows.filter((row) => row.seed === seed);
    const target = matchedTarget(points, of === 'all' ? ['all'] : armGroups.main, fraction);
    return [...new Set(points.map(({ arm }) => arm))].map((arm) => {
      const curve = curveOf(points, arm);
      const at = (column: 'forget' | 'b_test' | 'step') => atFirstCrossing(curve, target, column);
      return {
        seed,
        arm,
        target,
        forget: at('forget'),
        b_test: at('b_test'),
        step: at('step'),
        trainable: curve[0].trainable,
      };
    });
  });
}

/** Mean of what is there; `null` of nothing. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const there = values.filter((value) => value !== null);
  return there.length === 0 ? null : there.reduce((sum, value) => sum + value, 0) / there.length;
}
