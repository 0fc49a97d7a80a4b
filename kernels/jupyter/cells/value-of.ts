import { RuntimeError } from '@observablehq/runtime';
import type { Cell } from './cell.js';
import { ownerOf } from './graph.js';

/**
 * What a name stands for outside the dataflow, for cells that are not computed again.
 *
 * @throws {RuntimeError} where nothing defines it; what its cell failed with, where that failed
 */
export function valueOf(
  name: string,
  cells: readonly Cell[],
  builtins: Readonly<Record<string, unknown>>,
): unknown {
  const outcome = ownerOf(name, cells)?.placed.now().defined.get(name);
  if (outcome?.state === 'fulfilled') return outcome.value;
  if (outcome?.state === 'rejected') throw outcome.error;
  return Object.hasOwn(builtins, name) ? builtins[name] : globalValue(name);
}

/** @throws {RuntimeError} where there is no such global */
export function globalValue(name: string): unknown {
  if (name in globalThis) return (globalThis as Record<string, unknown>)[name];
  throw new RuntimeError(`${name} is not defined`, name);
}

/** Stands in the dataflow for a name that it does not define: what the global is then, a cell sees when it runs. */
export class GlobalName {
  constructor(readonly name: string) {}
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
