/**
 * Pairs what belongs together of two samples, by a key such as the seed, in the order of the first. What has no partner
 * is left out: where that matters, compare the number of pairs with the number of rows.
 *
 * @throws {RangeError} where a key comes twice in one sample, so that it is not clear what to pair
 */
export function pairedBy<A, B>(
  first: readonly A[],
  second: readonly B[],
  key: (item: A | B) => string | number,
): [A, B][] {
  const partners = byKey(second, key);
  return [...byKey(first, key)].flatMap(([name, item]): [A, B][] =>
    partners.has(name) ? [[item, partners.get(name)!]] : [],
  );
}

function byKey<T>(items: readonly T[], key: (item: T) => string | number): Map<string | number, T> {
  const found = new Map<string | number, T>();
  for (const item of items) {
    const name = key(item);
    if (found.has(name))
      throw new RangeError(
        `pairs: the key ${JSON.stringify(name)} comes twice in one sample; use a finer one`,
      );
    found.set(name, item);
  }
  return found;
}
