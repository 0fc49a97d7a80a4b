import { pairedBy } from './paired.js';

/**
 * One value for each key of two samples: nothing where one of the two lacks the key, so that a run that is missing is
 * seen, not left out.
 *
 * @throws {RangeError} where a key comes twice in one sample, so that it is not clear what to pair
 */
export function pairedValues<A, B>(
  first: readonly A[],
  second: readonly B[],
  key: (item: A | B) => string | number,
  value: (a: A, b: B) => number,
): (number | null)[] {
  const pairs = new Map(pairedBy(first, second, key).map((pair) => [key(pair[0]), pair]));
  const keys = new Set([...first, ...second].map(key));
  return Array.from(keys, (name) => {
    const pair = pairs.get(name);
    return pair ? value(...pair) : null;
  });
}
