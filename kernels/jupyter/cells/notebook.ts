import { Runtime } from '@observablehq/runtime';
import type { CompiledCell } from '../language/compiled-cell.js';
import type { Cell } from './cell.js';
import { computations } from './computations.js';
import { type CellOrigin, createCell } from './create-cell.js';
import { isPending, type Known, placeNode } from './dataflow.js';
import { circular } from './definition-error.js';
import type { Execution, Settled } from './execution.js';
import { errorOf, reasonOf } from './failure-reason.js';
import { ancestorsOf, circleThrough, dependentsOf, ownerOf, sharesName } from './graph.js';
import { heldCells } from './held-cells.js';
import type { NotebookEffects } from './notebook-effects.js';
import { namesFor } from './ownership.js';
import { replays } from './replay.js';
import { cancelRun, looseRuns, type Run } from './run.js';
import { screen } from './screen.js';
import { GlobalName, valueShownBy } from './value-of.js';

/** Cells of which each is computed again when something it uses changes. */
export interface Notebook {
  /** Runs a cell and then what depends on it. */
  execute(compiled: CompiledCell, request: Execution, settled: Settled): void;
  /** No request is waiting any more: what was held back for one is computed. */
  rest(): void;
  /**
   * What the cell with this identifier shows as its value; `undefined` where it shows none.
   *
   * @throws what the cell failed with
   */
  value(cellId: string): unknown;
  /** The first cell that waits for a name which nothing defines, or has failed since its execution ended well. */
  failure(): { readonly cellId: string; readonly error: unknown } | undefined;
  /** Computes an expression once, after which nothing of it stays. */
  evaluate(compiled: CompiledCell, settled: (outcome: Known['outcome']) => void): void;
  /**
   * Ends all that runs. A cell whose execution had not ended is as it was before; cells that it had made run
   * again have failed with `error`; all other values stay.
   */
  interrupt(error: Error): void;
  /** Whether a change computes again what depends on it. */
  cascade(on: boolean): void;
  /** Lets go of variables; returns those that there were. */
  forget(names: readonly string[]): string[];
  /** Lets go of the cells with these identifiers. */
  drop(cellIds: readonly string[]): void;
}

/** What an interrupt gives back to a cell. */
interface Before extends Pick<Cell, 'names' | 'value'> {
  readonly known: Known;
}

interface Active {
  readonly cell: Cell;
  /** All cells and what they were before. */
  readonly before: ReadonlyMap<Cell, Before>;
  readonly passing: boolean;
  readonly session: string;
  readonly settled: Settled;
  /** Cells that were due to be computed already, because of executions before it. */
  readonly due: ReadonlySet<Cell>;
  /** Cells whose end the answer waits for, once it is known that no request follows at once. */
  awaited?: readonly Cell[];
  grace?: NodeJS.Timeout;
}

/**
 * Milliseconds after the end of a cell in which a next request is expected, before cells that depend on it are
 * computed: clients send several, and each takes its way.
 */
const grace = 20;
const later = globalThis.setTimeout;

const nowhere = { client: 'console', session: '', execution: '' } as const;

export function createNotebook(effects: NotebookEffects): Notebook {
  let cells: Cell[] = [];
  let cascading = true;
  let active: Active | undefined;
  /** Expressions that are being evaluated, and how to end them. */
  const evaluating = new Map<Cell, (outcome: Known['outcome']) => void>();
  /** The execution that is answered now, or was last: what happens by itself is shown as part of it. */
  let latest: Pick<Run, 'execution' | 'silent'> = { execution: '', silent: true };
  let count = 0;
  const definitions = { ...asDefinitions(effects.builtins), ...effects.changing };
  const loose = looseRuns();
  const held = heldCells();
  const shown = screen(effects);
  const startRuntime = () => new Runtime(definitions, (name) => new GlobalName(name));
  let runtime = startRuntime();
  let main = runtime.module();

  const { nodeOf, beginRun, fail, noteOf, tell } = computations({
    effects,
    shown,
    held,
    definitions,
    cells: () => cells,
    isCascading: () => cascading,
    isRequested: (cell) => active?.cell === cell,
    origin: () => latest,
    settled: check,
  });

  /** Whether what was executed, and what depends on it, has come to an end. */
  function check(): void {
    if (!active?.cell.placed.isSettled()) return;
    const { cell, passing, session, settled } = active;
    if (cascading && !active.awaited) {
      if (effects.queued()) active.awaited = [];
      else if (held.size > 0) return void (active.grace ??= later(goOn, grace));
    }
    if (!(active.awaited ?? []).every(({ placed }) => placed.isSettled())) return;
    const failure = errorOf(cell.placed.now());
    const note = failure && cell.page.client !== 'console' ? noteOf(cell, failure.error) : undefined;
    const run = cell.run ?? beginRun(cell, true);
    if (note) tell(cell, run, note);
    run.ended = true;
    // The client writes the error below what it cannot change any more.
    if (failure && !note) cell.page.fixed = cell.reported = true;
    shown.reserve(cell, run);
    const outdated = shown.outdatedFor(session);
    if (outdated && !latest.silent)
      effects.emit(latest.execution, { type: 'stream', name: 'stderr', text: `${outdated}\n` });
    if (passing && cell.page.slots.length === 0) letGo(cell);
    // Where this is ended halfway, the cell has no answer yet; so below.
    settled(failure && !note ? { error: reasonOf(failure.error, cells) } : undefined);
    active = undefined;
  }

  /** Nothing followed at once: the cells that depend on those which ran are computed. */
  function goOn(): void {
    if (!active) return;
    active.grace = undefined;
    if (!effects.queued()) active.awaited = [...held.release(), ...dependentsOf(active.cell, cells)];
    check();
  }

  function remove(cell: Cell): void {
    if (cell.run) cancelRun(cell.run);
    takeOut(cell);
  }

  /** The cell's value can never change again; timers and the like that it has started go on. */
  function letGo(cell: Cell): void {
    if (cell.run) loose.add(cell.run);
    takeOut(cell);
  }

  function takeOut(cell: Cell): void {
    held.forget([cell]);
    cell.placed.remove();
    cells = cells.filter((other) => other !== cell);
  }

  /** Takes names from the cell that has them; one that nobody can run again and that defines nothing any more goes. */
  function takeOver(names: Iterable<string>): void {
    for (const name of names) {
      const owner = ownerOf(name, cells);
      if (!owner) continue;
      owner.placed.release(name);
      owner.names = new Set([...owner.names].filter((other) => other !== name));
      if (owner.names.size === 0 && !owner.identified) remove(owner);
    }
  }

  const create = (
    compiled: CompiledCell,
    origin: CellOrigin,
    rest: Pick<Cell, 'key' | 'identified' | 'tags'>,
  ): Cell => {
    const isOwned = (name: string) => cascading && ownerOf(name, cells) !== undefined;
    const mayComeLater = (name: string) => cascading && !Object.hasOwn(definitions, name);
    return createCell(compiled, origin, rest, { evaluate: effects.evaluate, isOwned, mayComeLater });
  };

  /** Makes the dataflow anew, of the same cells with what they have come to. */
  function rebuild(kept: ReadonlyMap<Cell, Known>): void {
    held.forget();
    for (const { placed } of cells) placed.detach();
    runtime.dispose();
    runtime = startRuntime();
    main = runtime.module();
    cells = [...kept.keys()];
    const replayOf = replays(kept.values(), (name) => Object.hasOwn(definitions, name));
    for (const [cell, known] of kept) {
      const node = nodeOf(cell);
      cell.placed = placeNode(main, node, replayOf(known, node.inputs));
    }
  }

  return {
    execute(compiled, request, settled) {
      const { execution, cellId, client, session, silent, tags } = request;
      const passing = cellId === undefined && compiled.outputs.length === 0;
      const byText = passing && client === 'console';
      const key = cellId ?? (byText ? `text ${compiled.source}` : `anonymous ${(count += 1)}`);
      const previous = cells.find((cell) => cell.key === key);
      const others = cells.filter((cell) => cell !== previous);
      let cell: Cell;
      try {
        cell = create(compiled, request, { key, identified: cellId !== undefined, tags });
        if (cascading) {
          if (cell.identified) cell.names = namesFor(cell, others, !previous);
          const circle = circleThrough(
            cell,
            others.filter(({ names }) => !sharesName(names, cell.names)),
          );
          if (circle) throw circular(circle);
        }
      } catch (error) {
        settled({ error });
        return;
      }
      const before = new Map(
        cells.map((it) => [it, { names: it.names, value: it.value, known: it.placed.last() }] as const),
      );
      latest = { execution, silent };
      // First of all, so that an interrupt gives back whatever follows.
      active = { cell, before, passing, session, settled, due: new Set(held.cells) };
      // They lose what it does not define any more.
      const followed = previous ? dependentsOf(previous, cells) : [];
      if (previous) remove(previous);
      takeOver(cell.names);
      cells.push(cell);
      if (cascading) {
        held.hold([...followed, ...dependentsOf(cell, cells)]);
        held.release(ancestorsOf(cell, cells));
      }
      cell.placed = placeNode(main, nodeOf(cell));
    },

    rest() {
      if (!active) held.release();
    },

    value: (cellId) => valueShownBy(cellId, cells),

    failure() {
      for (const cell of cells) {
        const found = errorOf(cell.placed.last());
        // What was stopped on request has not failed: there is the value from before.
        const stopped = found?.error instanceof Error && found.error.name === 'Interrupted';
        if (found && !cell.reported && !stopped)
          return { cellId: cell.key, error: reasonOf(found.error, cells) };
      }
      return undefined;
    },

    evaluate(compiled, settled) {
      const rest = { key: `expression ${(count += 1)}`, identified: false, tags: [] };
      const cell = create(compiled, { ...nowhere, label: 'expression' }, rest);
      const end = (outcome: Known['outcome']) => {
        if (!evaluating.has(cell)) return;
        cell.placed.remove();
        settled(outcome);
        evaluating.delete(cell);
      };
      evaluating.set(cell, end);
      cell.placed = placeNode(main, {
        ...nodeOf(cell),
        names: [],
        fulfilled: (value) => end({ state: 'fulfilled', value: compiled.autodisplay ? value : undefined }),
        rejected: (error) => end({ state: 'rejected', error: reasonOf(error, cells) }),
        settled: () => undefined,
      });
    },

    interrupt(error) {
      loose.cancel();
      for (const { run } of [...cells, ...evaluating.keys()]) if (run) cancelRun(run);
      const stopped = active;
      clearTimeout(stopped?.grace);
      const failed: Known = { outcome: { state: 'rejected', error }, defined: new Map() };
      const kept = new Map<Cell, Known>();
      const cutOff: Cell[] = [];
      const keep = (cell: Cell, known: Known, isCutOff: boolean) => {
        kept.set(cell, isCutOff ? failed : known);
        if (isCutOff) cutOff.push(cell);
      };
      if (stopped && isPending(stopped.cell.placed.now())) {
        for (const [cell, { known, ...rest }] of stopped.before) {
          Object.assign(cell, rest);
          keep(cell, known, stopped.due.has(cell));
        }
      } else
        for (const cell of cells) {
          const now = cell.placed.now();
          keep(cell, now, isPending(now) || held.wait(cell) !== undefined);
        }
      rebuild(kept);
      for (const cell of cutOff) fail(cell, error);
      stopped?.settled({ error });
      active = undefined;
      for (const end of [...evaluating.values()]) end({ state: 'rejected', error });
    },

    cascade(on) {
      if (on === cascading) return;
      cascading = on;
      rebuild(new Map(cells.map((cell) => [cell, cell.placed.last()])));
    },

    forget(names) {
      const found = names.filter((name) => ownerOf(name, cells));
      takeOver(found);
      return found;
    },

    drop(cellIds) {
      for (const cell of cells) if (cell.identified && cellIds.includes(cell.key)) remove(cell);
    },
  };
}

function asDefinitions(values: Readonly<Record<string, unknown>>): Record<string, () => unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value]));
}
