import { closest, distance } from 'fastest-levenshtein';

/** What to say of a name that does not exist: the nearest one that does, or all that there are. */
export function unknownName(kind: string, name: string, known: readonly string[]): string {
  const near = known.length > 0 ? closest(name, [...known]) : undefined;
  const close = near !== undefined && distance(name, near) <= Math.max(2, Math.ceil(name.length / 3));
  const hint = close ? `did you mean "${near}"?` : `known: ${known.join(', ') || 'none'}`;
  return `there is no ${kind} "${name}"; ${hint}`;
}
