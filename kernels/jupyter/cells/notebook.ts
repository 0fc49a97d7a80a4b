import { Runtime } from '@observablehq/runtime';
import type { Cell } from './cell.js';
import { isPending, type Known, type Node, placeNode, unplaced } from './dataflow.js';
import { circular, duplicate } from './definition-error.js';
import { isGenerator } from './generators.js';
import type { Output } from './events.js';
import type { Execution, Settled } from './execution.js';
import { circleThrough, dependentsOf, ownerOf, sharesName } from './graph.js';
import { toBundle } from '../display/to-bundle.js';
import type { CompiledCell } from '../language/compiled-cell.js';
import type { NotebookEffects } from './notebook-effects.js';
import { emptyTheRest, place } from './placement.js';
import { replays } from './replay.js';
import { aliveIn, cancelRun, createRun, enter, looseRuns, type Run } from './run.js';
import { GlobalName, globalValue, valueOf, valueShownBy } from './value-of.js';

/** Cells of which each is computed again when something it uses changes. */
export interface Notebook {
  /** Runs a cell and then what depends on it. */
  execute(compiled: CompiledCell, request: Execution, settled: Settled): void;
  /**
   * What the cell with this identifier shows as its value; `undefined` where it shows none.
   *
   * @throws what the cell failed with
   */
  value(cellId: string): unknown;
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
  readonly settled: Settled;
}

const special = new Set(['display', '__alive', '__import', '__meta', '__result']);

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
  const startRuntime = () => new Runtime(definitions, (name) => new GlobalName(name));
  let runtime = startRuntime();
  let main = runtime.module();

  const emit = (run: Run, output: Output) => {
    if (!run.silent && !run.cancelled) effects.emit(run.execution, output);
  };
  const show = (cell: Cell, run: Run, value: unknown, last: boolean) =>
    emit(run, place(cell, run, toBundle(value), last));

  function specials(cell: Cell, run: Run): Readonly<Record<string, unknown>> {
    return {
      display(value: unknown, { id, update }: { readonly id?: string; readonly update?: boolean } = {}) {
        if (id === undefined) show(cell, run, value, false);
        else
          emit(run, {
            type: 'display',
            bundle: toBundle(value),
            displayId: String(id),
            update: Boolean(update),
          });
        return value;
      },
      __alive: aliveIn(run),
      __import: effects.load,
      __meta: effects.meta,
      __result: (value: unknown) => void (run.result = { value }),
    };
  }

  function nodeOf(cell: Cell): Node {
    const { compiled, call, key } = cell;
    const inputs = cascading ? compiled.inputs.filter((name) => !special.has(name)) : [];
    /** A cell whose value yields further values shows them in one place. */
    const notice = (value: unknown): unknown => {
      if (value instanceof Promise) return value.then(notice);
      if (isGenerator(value)) cell.reactive = true;
      return value;
    };
    return {
      key,
      inputs,
      names: cell.names,
      compute(...values) {
        if (cell.run) cancelRun(cell.run);
        const requested = active?.cell === cell && !cell.run;
        const run = createRun({ ...latest, requested });
        cell.run = run;
        if (!requested) cell.reactive = true;
        const own = specials(cell, run);
        const given = compiled.inputs.map((name) => {
          if (special.has(name)) return own[name];
          if (!cascading) return valueOf(name, cells, effects.builtins);
          const value = values[inputs.indexOf(name)];
          return value instanceof GlobalName ? globalValue(name) : value;
        });
        return notice(enter(run, () => call.apply(this, given)));
      },
      fulfilled(value) {
        const run = cell.run!;
        cell.value = compiled.autodisplay ? value : run.result?.value;
        if (cell.value !== undefined) show(cell, run, cell.value, true);
        if (!run.requested || run.passed) for (const output of emptyTheRest(cell, run)) emit(run, output);
        // What a generator yields next takes the place of this.
        run.shown = 0;
        run.passed = true;
      },
      rejected(error) {
        if (active?.cell === cell && !cell.run?.passed) return;
        // Without a run of its own it failed because of what it uses.
        const run = (cell.run = createRun({ ...latest, requested: false }));
        const { bundle, text } = effects.failed(error, cell.label);
        if (cell.slots.length > 0) {
          emit(run, place(cell, run, bundle, true));
          for (const output of emptyTheRest(cell, run)) emit(run, output);
        } else emit(run, { type: 'stream', name: 'stderr', text });
      },
      settled: check,
    };
  }

  /** Whether what was executed, and what depends on it, has come to an end. */
  function check(): void {
    if (!active) return;
    const { cell, passing, settled } = active;
    const awaited = cascading ? [cell, ...dependentsOf(cell, cells)] : [cell];
    if (!awaited.every(({ placed }) => placed.isSettled())) return;
    const { outcome, defined } = cell.placed.now();
    if (passing && cell.slots.length === 0) letGo(cell);
    const failure = [outcome, ...defined.values()].find(({ state }) => state === 'rejected');
    // Where this is ended halfway, the cell has no answer yet; so below.
    settled(failure?.state === 'rejected' ? failure : undefined);
    active = undefined;
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
    cell.placed.remove();
    cells = cells.filter((other) => other !== cell);
  }

  /** Takes names from the cell that has them; one that defines nothing any more goes. */
  function takeOver(names: Iterable<string>): void {
    for (const name of names) {
      const owner = ownerOf(name, cells);
      if (!owner) continue;
      owner.placed.release(name);
      owner.names = new Set([...owner.names].filter((other) => other !== name));
      if (owner.names.size === 0) remove(owner);
    }
  }

  /** Makes the dataflow anew, of the same cells with what they have come to. */
  function rebuild(kept: ReadonlyMap<Cell, Known>): void {
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

  function createCell(compiled: CompiledCell, label: string, key: string, identified: boolean): Cell {
    return {
      key,
      identified,
      label,
      compiled,
      call: effects.evaluate(compiled, label),
      names: new Set(compiled.outputs),
      slots: [],
      reactive: false,
      placed: unplaced,
    };
  }

  return {
    execute(compiled, { execution, label, cellId, silent }, settled) {
      const passing = cellId === undefined && compiled.outputs.length === 0;
      const key = cellId ?? (passing ? `text ${compiled.source}` : `anonymous ${(count += 1)}`);
      const previous = cells.find((cell) => cell.key === key);
      const others = cells.filter((cell) => cell !== previous);
      let cell: Cell;
      try {
        cell = createCell(compiled, label, key, cellId !== undefined);
        if (cascading) {
          const owned = compiled.outputs.find((name) => cellId && ownerOf(name, others)?.identified);
          if (owned) throw duplicate(owned);
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
      active = { cell, before, passing, settled };
      if (previous) remove(previous);
      takeOver(cell.names);
      cell.reactive = cascading && compiled.inputs.some((name) => ownerOf(name, cells));
      cells.push(cell);
      cell.placed = placeNode(main, nodeOf(cell));
    },

    value: (cellId) => valueShownBy(cellId, cells),

    evaluate(compiled, settled) {
      const cell = createCell(compiled, 'expression', `expression ${(count += 1)}`, false);
      const end = (outcome: Known['outcome']) => {
        if (!evaluating.has(cell)) return;
        cell.placed.remove();
        settled(outcome);
        evaluating.delete(cell);
      };
      evaluating.set(cell, end);
      const node = nodeOf(cell);
      cell.placed = placeNode(main, {
        ...node,
        names: [],
        fulfilled: (value) => end({ state: 'fulfilled', value: compiled.autodisplay ? value : undefined }),
        rejected: (error) => end({ state: 'rejected', error }),
        settled: () => undefined,
      });
    },

    interrupt(error) {
      loose.cancel();
      for (const { run } of [...cells, ...evaluating.keys()]) if (run) cancelRun(run);
      const stopped = active;
      if (stopped && isPending(stopped.cell.placed.now())) {
        const kept = new Map<Cell, Known>();
        for (const [cell, { known, ...rest }] of stopped.before) {
          Object.assign(cell, rest);
          kept.set(cell, known);
        }
        rebuild(kept);
      } else {
        const failed: Known = { outcome: { state: 'rejected', error }, defined: new Map() };
        const ended = (now: Known) => (isPending(now) ? failed : now);
        rebuild(new Map(cells.map((cell) => [cell, ended(cell.placed.now())])));
      }
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
