const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Names as a sentence lists them: `a`, `a and b`, `a, b and c`. */
export function listed(names: Iterable<string>): string {
  return conjunction.format(names);
}
