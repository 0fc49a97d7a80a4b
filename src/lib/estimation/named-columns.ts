import { unknownName } from '../text/unknown-name.js';

/** Separates names of columns wherever several are written as one text. */
const separator = ',';

/** Names of columns as one text, which {@link namedColumns} reads back. */
export const columnsText = (names: readonly string[]): string => names.join(separator);

/**
 * The columns that a text names: `dose,weight (kg)`. A name may hold commas itself: what is a name as a whole is one, and of
 * several readings the one with the longest names first is meant. Space around a name counts for nothing.
 *
 * @throws {RangeError} where there is no such column, or none is named.
 */
export function namedColumns(text: string, known: readonly string[]): string[] {
  const pieces = text.split(separator);
  const found: string[] = [];
  for (let from = 0; from < pieces.length;) {
    let to = pieces.length;
    const name = () => pieces.slice(from, to).join(separator).trim();
    while (to > from && !known.includes(name())) to -= 1;
    if (to === from) {
      to = from + 1;
      // A comma too many names nothing.
      if (name() !== '') throw new RangeError(unknownName('column', name(), known));
    } else if (!found.includes(name())) found.push(name());
    from = to;
  }
  if (found.length === 0) throw new RangeError('names of columns are wanted, separated by commas');
  return found;
}
