/** Rows by the value of a key, in the order in which the keys first come. */
export function groupBy<R, K>(rows: readonly R[], key: (row: R) => K): Map<K, R[]> {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Some digits after the point, and a true minus. */
export function short(value: number, digits = 2): string {
  return value.toFixed(digits).replace('-', '−');
}
