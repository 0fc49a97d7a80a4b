import path from 'node:path';
import { cellModules } from './cell-modules.js';
import { complete, type Completion } from './complete.js';
import type { Folders } from './folders.js';
import { inspect, type Inspection } from './inspect.js';
import { type Completeness, isComplete } from './is-complete.js';
import { typescriptService } from './typescript-service.js';

export type { Completion, CompletionType } from './complete.js';
export type { Folders } from './folders.js';
export type { Inspection } from './inspect.js';
export type { Completeness } from './is-complete.js';

/** What an editor asks about the cells of a notebook. Cursors are UTF-16 offsets. Nothing here throws. */
export interface Language {
  /** Remembers what a cell that ran holds; a later cell of the same key replaces it. */
  setCell(key: string, source: string): void;
  removeCell(key: string): void;
  complete(code: string, cursor: number): Completion;
  inspect(code: string, cursor: number, detail: 0 | 1): Inspection | undefined;
  isComplete(code: string): Completeness;
  /** Reads the libraries, which else the first question waits for. */
  warmUp(): void;
}

/**
 * The language of a notebook, by TypeScript's language service. Every cell is a module that exports what it
 * declares; the cell that is asked about is one more, which sees all of these names but its own.
 */
export function language({ folder, root }: Folders): Language {
  const folders = { folder: path.resolve(folder), root: path.resolve(root) };
  const modules = cellModules(folders.folder);
  const { service, refresh } = typescriptService(modules, folders);

  const edit = (code: string) => {
    refresh();
    return modules.edit(code);
  };

  return {
    setCell: (key, source) => attempt(() => modules.setCell(key, source), undefined),
    removeCell: (key) => modules.removeCell(key),

    complete(code, cursor) {
      const at = clamp(cursor, code);
      return attempt(() => complete(service, edit(code), at, folders), {
        matches: [],
        start: at,
        end: at,
        types: [],
      });
    },

    inspect: (code, cursor, detail) =>
      attempt(() => inspect(service, modules, edit(code), clamp(cursor, code), detail), undefined),

    isComplete: (code) => attempt(() => isComplete(code), { status: 'unknown' }),

    warmUp() {
      attempt(() => service.getCompletionsAtPosition(edit('').file, 0, undefined), undefined);
    },
  };
}

function clamp(cursor: number, code: string): number {
  return Math.min(Math.max(Math.trunc(cursor) || 0, 0), code.length);
}

/** TypeScript fails an assertion now and then on code that nobody would write; an editor is better off without an answer. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
