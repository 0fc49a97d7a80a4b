/** The values that a quantity can take, from the least to the greatest; either may be infinite. */
export interface ValueRange {
  readonly least: number;
  readonly greatest: number;
}

/** The values between two numbers. @throws {RangeError} where there are none, or where one of the two is not known */
export function between(least: number, greatest: number): ValueRange {
  if (!(least < greatest)) throw new RangeError(`no value lies between ${least} and ${greatest}`);
  return { least, greatest };
}

/** Shares, probabilities, accuracies, and errors that are 1 at most. */
export const shares = between(0, 1);

/** Correlations, and means of them. */
export const correlations = between(-1, 1);

/** Distances, errors without a limit, and quotients of what is positive. */
export const nonNegative = between(0, Infinity);

/** Logarithms, and differences that nothing bounds. */
export const anyNumber = between(-Infinity, Infinity);

/** Counts of exceptions among some cases. @throws {RangeError} where there is no case */
export const countsOf = (cases: number) => between(0, cases);

/**
 * A range as it is seen from one of its values: what starts at an accuracy of 0.97, or has a rival of 0.97, can gain 0.03
 * and lose 0.97.
 *
 * @param origin `undefined` where nothing was measured @throws {RangeError} there
 */
export function relativeTo({ least, greatest }: ValueRange, origin: number | undefined): ValueRange {
  return between(least - (origin ?? NaN), greatest - (origin ?? NaN));
}

/**
 * Of several cases the one that a condition is of: its label is the case's name, or begins with it and a comma.
 *
 * @throws {RangeError} where it is of none
 */
export function caseOf<T>(label: string, cases: Iterable<T>, nameOf: (one: T) => string): T {
  for (const one of cases) if (`${label}, `.startsWith(`${nameOf(one)}, `)) return one;
  throw new RangeError(`“${label}” is of none of the cases whose range is known`);
}
