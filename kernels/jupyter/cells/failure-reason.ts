import { closest, distance } from 'fastest-levenshtein';
import { type Cell, cellName } from './cell.js';
import type { Known } from './dataflow.js';
import { ancestorsOf, ownerOf } from './graph.js';

/** What a cell, or a name that it defines, failed with. */
export function errorOf({ outcome, defined }: Known): { readonly error: unknown } | undefined {
  for (const one of [outcome, ...defined.values()]) if (one.state === 'rejected') return one;
  return undefined;
}

/** A cell failed because of what it uses. */
class DependencyError extends Error {
  override readonly name = 'DependencyError';
}

interface Thrown {
  readonly name?: unknown;
  readonly message?: unknown;
  /** Of the dataflow's errors: the name that failed. */
  readonly input?: unknown;
}

/** What is known of something thrown, which may be anything, a trap as well. */
function read(thrown: unknown): Thrown {
  try {
    const { name, message, input } = (thrown ?? {}) as Thrown;
    return { name, message, input };
  } catch {
    return {};
  }
}

/** The name that failed for a cell which the dataflow has not even run, and the cell that defines it. */
function cutOffBy(error: unknown, cells: readonly Cell[]): { name: string; owner: Cell } | undefined {
  const { name: kind, input } = read(error);
  if (kind !== 'RuntimeError' || typeof input !== 'string') return undefined;
  const owner = ownerOf(input, cells);
  return owner && { name: input, owner };
}

/** Why a cell failed, in terms of cells: where another one is to blame, an error that names it. */
export function reasonOf(error: unknown, cells: readonly Cell[]): unknown {
  const by = cutOffBy(error, cells);
  const found = by && errorOf(by.owner.placed.now());
  if (!by || !found) return error;
  const cause = reasonOf(found.error, cells);
  const { message } = read(cause);
  const why = typeof message === 'string' ? `: ${message}` : '';
  return new DependencyError(`"${by.name}" has no value, for ${cellName(by.owner)} failed${why}`, { cause });
}

/**
 * What a cell waits for, where it failed for want of a name that no cell defines: a note that says so. It will be run
 * when a cell defines the name, so that its failure is none yet.
 *
 * @param names what the name may be a misspelling of
 */
export function waitingNote(
  cell: Cell,
  error: unknown,
  cells: readonly Cell[],
  names: () => readonly string[],
): string | undefined {
  const by = cutOffBy(error, cells);
  if (by) {
    const found = errorOf(by.owner.placed.now());
    const behind = found && waitingNote(by.owner, found.error, cells, names);
    return behind && `waits for "${by.name}" of ${cellName(by.owner)}, which ${behind}`;
  }
  const { name: kind, message } = read(error);
  if (kind !== 'ReferenceError' || typeof message !== 'string') return undefined;
  const [, name] = /^(\S+) is not defined$/.exec(message) ?? [];
  if (name === undefined) return undefined;
  // A function of another cell may lack it, too.
  const wanting = [cell, ...ancestorsOf(cell, cells)];
  if (!wanting.some(({ missing }) => missing.includes(name))) return undefined;
  return `waits for "${name}", which no cell defines yet${similar(name, names())}; it runs when one does`;
}

function similar(name: string, names: readonly string[]): string {
  const near = names.length > 0 ? closest(name, [...names]) : '';
  return near !== '' && distance(name, near) <= Math.min(2, name.length / 3)
    ? ` (did you mean "${near}"?)`
    : '';
}
