const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Names as a sentence lists them: `a`, `a and b`, `a, b and c`. @throws {RangeError} where there is none */
export function listed(names: Iterable<string>): string {
  const list = conjunction.format(names);
  if (list === '') throw new RangeError('there is nothing to list');
  return list;
}
