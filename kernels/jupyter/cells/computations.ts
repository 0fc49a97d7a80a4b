import type { Cell } from './cell.js';
import type { Node } from './dataflow.js';
import { reasonOf, waitingNote } from './failure-reason.js';
import { isGenerator } from './generators.js';
import type { HeldCells } from './held-cells.js';
import type { NotebookEffects } from './notebook-effects.js';
import { aliveIn, cancelRun, createRun, enter, type Run } from './run.js';
import type { Screen } from './screen.js';
import { GlobalName, valueOf } from './value-of.js';

/** What computations need to know of their notebook. */
export interface ComputationContext {
  readonly effects: NotebookEffects;
  readonly shown: Screen;
  readonly held: HeldCells;
  /** What cells use without defining it. */
  readonly definitions: Readonly<Record<string, unknown>>;
  cells(): readonly Cell[];
  /** Whether a change computes again what depends on it. */
  isCascading(): boolean;
  /** Whether a request asks for this very cell. */
  isRequested(cell: Cell): boolean;
  /** The execution as part of which a run is shown. */
  origin(): Pick<Run, 'execution' | 'silent'>;
  /** A cell, or one of its names, has come to an end. */
  settled(): void;
}

/** How cells are computed, and what is shown of it. */
export interface Computations {
  /** A cell's computation, for its place in the dataflow. */
  nodeOf(cell: Cell): Node;
  /** @param requested whether a request asks for it */
  beginRun(cell: Cell, requested: boolean): Run;
  /** Shows the failure of a cell that was not asked for. */
  fail(cell: Cell, error: unknown): void;
  /** That a cell waits for a name, where it failed for want of it. */
  noteOf(cell: Cell, error: unknown): string | undefined;
  /** Shows a note in the place of a cell's value. */
  tell(cell: Cell, run: Run, note: string): void;
}

export function computations(context: ComputationContext): Computations {
  const { effects, shown, held, definitions, cells, isCascading, isRequested, origin, settled } = context;

  function specials(cell: Cell, run: Run): Readonly<Record<string, unknown>> {
    return {
      display(value: unknown, { id, update }: { readonly id?: string; readonly update?: boolean } = {}) {
        if (id === undefined) shown.show(cell, run, value, false);
        else shown.named(run, value, String(id), Boolean(update));
        return value;
      },
      __alive: aliveIn(run),
      __import: effects.load,
      __meta: effects.meta,
      __result: (value: unknown) => void (run.result = { value }),
    };
  }

  function beginRun(cell: Cell, requested: boolean): Run {
    const run = createRun({ ...origin(), requested });
    cell.run = run;
    shown.begin(cell, run);
    return run;
  }

  function nodeOf(cell: Cell): Node {
    const { compiled, key } = cell;
    const inputs = isCascading() ? cell.uses : [];
    /** A cell whose value yields further values shows them in one place. */
    const notice = (value: unknown): unknown => {
      if (value instanceof Promise) return value.then(notice);
      if (isGenerator(value)) cell.yields = cell.page.reactive = true;
      return value;
    };
    return {
      key,
      inputs,
      names: cell.names,
      ready: () => held.wait(cell),
      compute(...values) {
        if (cell.run) cancelRun(cell.run);
        const run = beginRun(cell, isRequested(cell) && !cell.run);
        const found = isCascading()
          ? values
          : cell.uses.map((name) => valueOf(name, cells(), effects.builtins));
        const known = cell.uses
          .map((name, i) => [name, found[i]] as const)
          .filter(([, value]) => !(value instanceof GlobalName));
        const own = Object.entries(specials(cell, run)).filter(([name]) => compiled.inputs.includes(name));
        const given = [...own, ...known];
        cell.missing = compiled.inputs.filter((name) => !given.some(([other]) => name === other));
        const call = cell.call(given.map(([name]) => name));
        const parameters = given.map(([, value]) => value);
        try {
          return notice(enter(run, () => call.apply(this, parameters)));
        } finally {
          effects.whole();
        }
      },
      fulfilled(value) {
        const run = cell.run!;
        cell.value = compiled.autodisplay ? value : run.result?.value;
        if (cell.value !== undefined) shown.show(cell, run, cell.value, true);
        shown.finish(cell, run);
        // What a generator yields next takes the place of this.
        if (cell.yields) run.places = [];
        run.passed = run.ended = true;
      },
      rejected(error) {
        if (isRequested(cell) && !cell.run?.passed) return;
        fail(cell, error);
      },
      settled,
    };
  }

  function tell(cell: Cell, run: Run, note: string): void {
    shown.tell(cell, run, { data: { 'text/plain': note }, metadata: {} });
  }

  function fail(cell: Cell, error: unknown): void {
    // Without a run of its own it failed because of what it uses.
    const goesOn = cell.run && !cell.run.ended && !cell.run.cancelled;
    const run = goesOn ? cell.run! : beginRun(cell, false);
    run.ended = true;
    const note = noteOf(cell, error);
    const { bundle, text } = effects.failed(reasonOf(error, cells()), cell.label);
    if (cell.page.slots.length > 0 || cell.page.client === 'notebook') {
      if (note) tell(cell, run, note);
      else shown.tell(cell, run, bundle);
    } else run.print?.('stderr', text);
    shown.finish(cell, run);
  }

  function noteOf(cell: Cell, error: unknown): string | undefined {
    if (!isCascading()) return undefined;
    const names = () => [...cells().flatMap(({ names }) => [...names]), ...Object.keys(definitions)];
    const note = waitingNote(cell, error, cells(), names);
    return note && `${cell.label} ${note}`;
  }

  return { nodeOf, beginRun, fail, noteOf, tell };
}
