import type { MimeBundle } from '../display/mime-bundle.js';
import { toBundle } from '../display/to-bundle.js';
import { type Cell, cellName } from './cell.js';
import type { NotebookEffects } from './notebook-effects.js';
import { clear, emptyTheRest, place, type Placed, print, renew, reserve } from './page.js';
import type { Run } from './run.js';

/** What runs of cells show, each below its own cell. */
export interface Screen {
  /** A run begins: from here on what it prints is shown. */
  begin(cell: Cell, run: Run): void;
  /** @param last whether it is the cell's value, rather than one it displays on its way */
  show(cell: Cell, run: Run, value: unknown, last: boolean): void;
  /** Why the cell has no value, or none yet. */
  tell(cell: Cell, run: Run, bundle: MimeBundle): void;
  /** Replaces or adds a display that the cell itself has named. */
  named(run: Run, value: unknown, id: string, update: boolean): void;
  /** A run has shown what it shows: the rest of its cell's places is emptied. */
  finish(cell: Cell, run: Run): void;
  /** The cell gets a place for what it may show later, where it has none. */
  reserve(cell: Cell, run: Run): void;
  /**
   * A note for a client that came later than the one which shows some of the cells that have been computed again
   * since this was last asked; nothing where there are none, or it has been told of them.
   *
   * @param session the client's
   */
  outdatedFor(session: string): string | undefined;
}

export function screen({ emit, flush }: Pick<NotebookEffects, 'emit' | 'flush'>): Screen {
  const recomputed = new Set<Cell>();
  const told = new WeakMap<Cell, string>();

  const send = (cell: Cell, run: Run, all: readonly Placed[]) => {
    if (run.silent || run.cancelled) return;
    for (const [execution, output] of all) emit(execution, output);
    if (!run.requested && cell.identified) recomputed.add(cell);
  };
  const showBundle = (cell: Cell, run: Run, bundle: MimeBundle, last: boolean) => {
    // What was printed before comes first.
    flush();
    send(cell, run, [place(cell.page, run, bundle, last)]);
  };

  return {
    begin(cell, run) {
      const { page } = cell;
      run.print = (name, text) => send(cell, run, [print(page, run, name, text)]);
      run.clear = (wait) => {
        flush();
        send(cell, run, clear(page, run, wait));
      };
      if (!run.requested) {
        page.reactive = true;
        send(cell, run, renew(page, run));
      }
      run.repeats = page.client === 'notebook' && page.reactive;
    },
    show: (cell, run, value, last) => showBundle(cell, run, toBundle(value), last),
    tell: (cell, run, bundle) => showBundle(cell, run, bundle, true),
    named(run, value, displayId, update) {
      flush();
      if (run.silent || run.cancelled) return;
      emit(run.execution, { type: 'display', bundle: toBundle(value), displayId, update });
    },
    finish(cell, run) {
      flush();
      if (!run.requested || run.passed) send(cell, run, emptyTheRest(cell.page, run));
    },
    reserve(cell, run) {
      flush();
      send(cell, run, reserve(cell.page, run));
    },
    outdatedFor(session) {
      const found = [...recomputed].filter(
        ({ page }) => page.client === 'notebook' && page.session !== session,
      );
      recomputed.clear();
      const fresh = found.filter((cell) => told.get(cell) !== session);
      for (const cell of fresh) told.set(cell, session);
      if (fresh.length === 0) return undefined;
      const [these, follow] = fresh.length === 1 ? ['it', 'it follows'] : ['them', 'they follow'];
      return (
        `${fresh.map(cellName).join(', ')} changed with this cell, but below ${these} stands what was shown before ` +
        `this page was opened. Run ${these} once, and ${follow} again.`
      );
    },
  };
}
