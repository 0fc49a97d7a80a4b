import type { Dataset } from './dataset.js';

/** What is wrong with the names of a file's columns; `undefined` where they are those of the data set. */
export function headerProblem({ columns }: Dataset, found: readonly string[]): string | undefined {
  const expected = Object.keys(columns);
  const list = (names: string[]) => names.map((name) => `"${name}"`).join(', ');
  const missing = expected.filter((name) => !found.includes(name));
  const unknown = found.filter((name) => !expected.includes(name));
  if (missing.length === 0 && unknown.length === 0) return undefined;
  const problems = [
    ...(missing.length > 0 ? [`missing ${list(missing)}`] : []),
    ...(unknown.length > 0 ? [`unknown ${list(unknown)}`] : []),
  ];
  return `the header does not fit: ${problems.join('; ')} (expected: ${expected.join(', ')})`;
}
