import { expect } from 'vitest';

/** Every number within a distance of the expected one. */
export function closeTo(found: ArrayLike<number>, expected: readonly number[], distance: number): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(Math.abs(found[i] - value)).toBeLessThan(distance));
}
