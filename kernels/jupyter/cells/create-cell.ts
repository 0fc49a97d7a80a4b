import type { CompiledCell } from '../language/compiled-cell.js';
import type { Cell, CellFunction } from './cell.js';
import { unplaced } from './dataflow.js';
import type { Execution } from './execution.js';
import type { NotebookEffects } from './notebook-effects.js';
import { createPage } from './page.js';
import { special } from './special-names.js';

/** Of the request that a cell comes from. */
export type CellOrigin = Pick<Execution, 'label' | 'client' | 'session' | 'execution'>;

export interface CreateCellEffects extends Pick<NotebookEffects, 'evaluate'> {
  /** Whether another cell defines a name. */
  isOwned(name: string): boolean;
  /** Whether another cell is likely to define a name that none defines yet. */
  mayComeLater(name: string): boolean;
}

/** A cell that has no place in the dataflow yet. */
export function createCell(
  compiled: CompiledCell,
  origin: CellOrigin,
  rest: Pick<Cell, 'key' | 'identified' | 'tags'>,
  { evaluate, isOwned, mayComeLater }: CreateCellEffects,
): Cell {
  const { label, client } = origin;
  const named = compiled.inputs.filter((name) => !special.has(name));
  const uses = [...named, ...compiled.globals];
  const functions = new Map<string, CellFunction>();
  // A notebook's cell may be waiting for what it uses.
  const follows = uses.some(isOwned) || (client === 'notebook' && named.some(mayComeLater));
  return {
    ...rest,
    label,
    compiled,
    uses,
    call(given) {
      const parameters = given.join();
      const known = functions.get(parameters) ?? evaluate(compiled, label, given);
      functions.set(parameters, known);
      return known;
    },
    names: new Set(compiled.outputs),
    page: createPage(origin, follows),
    yields: false,
    missing: [],
    reported: false,
    placed: unplaced,
  };
}
