import vm from 'node:vm';
import type { CompiledCell } from '../language/compiled-cell.js';
import type { CellFunction } from './cell.js';

/** Lines of cells that have run, by the name under which stack traces know them. */
export interface CellSources {
  /** The cell's own line, from 1, and its text, behind a place in a stack trace. */
  find(file: string, line: number): { readonly line: number; readonly source: readonly string[] } | undefined;
  /**
   * Makes the function of a cell's body.
   *
   * @param given the names that are its parameters; any other is looked up as a global, as JavaScript does it
   */
  evaluate(compiled: CompiledCell, label: string, given: readonly string[]): CellFunction;
}

export function cellSources(): CellSources {
  const known = new Map<string, CompiledCell>();
  return {
    find(file, line) {
      const cell = known.get(file);
      const own = cell?.lines[line - 1];
      return cell && own ? { line: own, source: cell.source.split('\n') } : undefined;
    },
    evaluate(compiled, label, given) {
      const filename = `cell ${label}`;
      known.set(filename, compiled);
      const parameters = `(${given.join(', ')})`;
      const body = compiled.body.replace(/(?<=^(?:async )?)\([^)]*\)/, () => parameters);
      return new vm.Script(`(${body})`, { filename }).runInThisContext() as CellFunction;
    },
  };
}
