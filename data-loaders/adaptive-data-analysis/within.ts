import type { Condition, IntervalMeasurement } from '../../src/lib/claims/measurement.js';
import { isAtLeast, isAtMost } from '../../src/lib/claims/predicate.js';

/** What a number that must lie between two bounds is asked: a condition for each, on the same measurement. */
export function within(
  label: string,
  measurement: IntervalMeasurement,
  [least, greatest]: readonly [number, number],
): Condition<IntervalMeasurement>[] {
  const named = (side: string) => [label, side].filter(Boolean).join(', ');
  return [
    { label: named('not below'), measurement, asks: isAtLeast(least) },
    { label: named('not above'), measurement, asks: isAtMost(greatest) },
  ];
}
