import type { Measurement } from './claim.js';
import type { Verdict } from './verdict.js';

/** A rule that turns a measurement into a verdict. */
export type Predicate = (measurement: Measurement) => Verdict;

/**
 * The claim holds if the whole interval lies below `bound`, fails if the whole interval lies at or above it,
 * and is inconclusive where the interval straddles it or nothing was measured.
 */
export function liesBelow(bound: number): Predicate {
  return ({ low, high }) => {
    if (low == null || high == null) return 'inconclusive';
    if (high < bound) return 'reproduced';
    return low >= bound ? 'not reproduced' : 'inconclusive';
  };
}

/** As {@link liesBelow}, with the sides exchanged. */
export function liesAbove(bound: number): Predicate {
  return ({ low, high }) => {
    if (low == null || high == null) return 'inconclusive';
    if (low > bound) return 'reproduced';
    return high <= bound ? 'not reproduced' : 'inconclusive';
  };
}

/** The claim holds if the value is exactly `expected`: for counts of violations or of successes. */
export function equals(expected: number): Predicate {
  return ({ value }) => {
    if (value == null) return 'inconclusive';
    return value === expected ? 'reproduced' : 'not reproduced';
  };
}

/** The claim holds if the value is `bound` or more, whatever its interval: for criteria on a point estimate. */
export function isAtLeast(bound: number): Predicate {
  return ({ value }) => {
    if (value == null) return 'inconclusive';
    return value >= bound ? 'reproduced' : 'not reproduced';
  };
}

/** As {@link isAtLeast}, for a value less than `bound`. */
export function isLessThan(bound: number): Predicate {
  return ({ value }) => {
    if (value == null) return 'inconclusive';
    return value < bound ? 'reproduced' : 'not reproduced';
  };
}

/** The claim holds if the value is `bound` or less, whatever its interval. */
export function isAtMost(bound: number): Predicate {
  return ({ value }) => {
    if (value == null) return 'inconclusive';
    return value <= bound ? 'reproduced' : 'not reproduced';
  };
}
