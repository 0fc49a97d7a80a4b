/** On which side of its bound a measurement must lie. */
export type Side = 'above' | 'below' | 'at least' | 'at most' | 'equal to';

/** What is asked of a measurement, as data: judged, hashed, drawn. */
export interface Predicate {
  readonly side: Side;
  readonly bound: number;
  /**
   * The smallest effect of interest, on the measurement's own scale: an interval that excludes it says that the effect
   * is too small to mean anything, even where it lies on the right side of the bound. The bound itself where every
   * effect beyond it counts.
   */
  readonly effect: number;
}

interface EffectOptions {
  /** The smallest effect of interest; the bound where omitted. */
  readonly effect?: number;
}

/** The value lies above `bound`. @throws {RangeError} where the smallest effect of interest is not beyond the bound */
export function liesAbove(bound: number, { effect = bound }: EffectOptions = {}): Predicate {
  return onSide('above', bound, effect);
}

/** The value lies below `bound`. @throws {RangeError} where the smallest effect of interest is not beyond the bound */
export function liesBelow(bound: number, { effect = bound }: EffectOptions = {}): Predicate {
  return onSide('below', bound, effect);
}

/** The value is `bound` or more. */
export function isAtLeast(bound: number): Predicate {
  return onSide('at least', bound, bound);
}

/** The value is `bound` or less. */
export function isAtMost(bound: number): Predicate {
  return onSide('at most', bound, bound);
}

/** The value is this one: for counts of violations, and for what is exact. */
export function equals(value: number): Predicate {
  return onSide('equal to', value, value);
}

function onSide(side: Side, bound: number, effect: number): Predicate {
  if (!Number.isFinite(bound) || !Number.isFinite(effect))
    throw new RangeError(`a bound and a smallest effect of interest are numbers, not ${bound} and ${effect}`);
  const reversed = side === 'above' ? effect < bound : side === 'below' && effect > bound;
  if (reversed)
    throw new RangeError(`a smallest effect of interest of ${effect} is not ${side} the bound ${bound}`);
  return { side, bound, effect };
}

/** 1 where larger values speak for the claim, −1 where smaller ones do. */
export function direction({ side }: Predicate): 1 | -1 {
  return side === 'below' || side === 'at most' ? -1 : 1;
}
