import type { Cell } from './cell.js';
import { ownerOf } from './graph.js';

/** Stands in the dataflow for a name that it does not define: a cell that uses it finds the global, if there is one. */
export class GlobalName {
  constructor(readonly name: string) {}
}

/**
 * What a name stands for outside the dataflow, for cells that are not computed again.
 *
 * @throws what the cell that defines it failed with
 */
export function valueOf(
  name: string,
  cells: readonly Cell[],
  builtins: Readonly<Record<string, unknown>>,
): unknown {
  const outcome = ownerOf(name, cells)?.placed.now().defined.get(name);
  if (outcome?.state === 'fulfilled') return outcome.value;
  if (outcome?.state === 'rejected') throw outcome.error;
  return Object.hasOwn(builtins, name) ? builtins[name] : new GlobalName(name);
}

/**
 * What a cell shows as its value; `undefined` where it shows none, or is not there.
 *
 * @throws what the cell failed with last
 */
export function valueShownBy(cellId: string, cells: readonly Cell[]): unknown {
  const cell = cells.find(({ identified, key }) => identified && key === cellId);
  const outcome = cell?.placed.last().outcome;
  if (outcome?.state === 'rejected') throw outcome.error;
  return cell?.value;
}
