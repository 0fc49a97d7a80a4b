import type { Cell } from './cell.js';
import { duplicate } from './definition-error.js';
import { ownerOf } from './graph.js';

/** The tag of the cell whose definitions are parameters, and that of one that a program puts behind it with others. */
const parameters = 'parameters';
const injected = 'injected-parameters';

/**
 * The names that a cell will define, where the client says which cell is which: those that another cell has are
 * refused, unless the cells are halves of one that was split, or the parameters of a notebook and those injected
 * into it, which win.
 *
 * @param others the notebook's cells but for this one
 * @param isNew whether the cell has not been run before
 * @throws {DefinitionError} where another cell has a name
 */
export function namesFor(cell: Cell, others: readonly Cell[], isNew: boolean): ReadonlySet<string> {
  const names = new Set(cell.names);
  for (const name of cell.names) {
    const owner = ownerOf(name, others);
    if (!owner?.identified || cell.tags.includes(injected)) continue;
    if (owner.tags.includes(injected) && cell.tags.includes(parameters)) names.delete(name);
    else if (!isNew || !isPart(cell.compiled.source, owner.compiled.source)) throw duplicate(name, owner);
  }
  return names;
}

/** Whether a cell's text is the first or the last lines of another's, and not all of them. */
function isPart(text: string, whole: string): boolean {
  const [part, all] = [linesOf(text), linesOf(whole)];
  if (part.length >= all.length) return false;
  const equals = (from: number) => part.every((line, i) => line === all[from + i]);
  return equals(0) || equals(all.length - part.length);
}

function linesOf(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trimEnd());
}
