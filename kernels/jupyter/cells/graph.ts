import type { Cell } from './cell.js';

/** The cell that defines a name. */
export function ownerOf(name: string, cells: Iterable<Cell>): Cell | undefined {
  for (const cell of cells) if (cell.names.has(name)) return cell;
  return undefined;
}

/** Whether two cells define the same name. */
export function sharesName(names: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...names].some((name) => others.has(name));
}

/** The cells that use what a cell defines, directly or by way of others. */
export function dependentsOf(cell: Cell, cells: readonly Cell[]): Set<Cell> {
  const found = new Set<Cell>();
  const visit = ({ names }: Cell) => {
    for (const other of cells)
      if (!found.has(other) && other !== cell && other.uses.some((input) => names.has(input))) {
        found.add(other);
        visit(other);
      }
  };
  visit(cell);
  return found;
}

/** The cells of which a cell uses something, directly or by way of others. */
export function ancestorsOf(cell: Cell, cells: readonly Cell[]): Set<Cell> {
  const found = new Set<Cell>();
  const visit = ({ uses }: Cell) => {
    for (const name of uses) {
      const owner = ownerOf(name, cells);
      if (!owner || owner === cell || found.has(owner)) continue;
      found.add(owner);
      visit(owner);
    }
  };
  visit(cell);
  return found;
}

/** A circle that a cell would close, as the names along it (`a → b → a`); nothing where there is none. */
export function circleThrough(cell: Cell, cells: readonly Cell[]): string[] | undefined {
  const seen = new Set<Cell>();
  const search = (from: Cell, trail: readonly string[]): string[] | undefined => {
    for (const input of from.uses) {
      if (cell.names.has(input) && from !== cell) return [input, ...trail, input];
      const owner = ownerOf(input, cells);
      if (!owner || owner === cell || seen.has(owner)) continue;
      seen.add(owner);
      const found = search(owner, [...trail, input]);
      if (found) return found;
    }
    return undefined;
  };
  return search(cell, []);
}
