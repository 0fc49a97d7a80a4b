import { promisify } from 'node:util';
import type { MimeBundle } from '../display/mime-bundle.js';

type Timer = NodeJS.Timeout | NodeJS.Immediate;

/** One computation of a cell: by a request, or because something that the cell uses has changed. */
export interface Run {
  /** The execution whose outputs its own become: that which caused it, or the cell's own. */
  execution: string;
  readonly silent: boolean;
  /** Whether a request asked for this very cell; else its outputs replace those it has. */
  readonly requested: boolean;
  /** Set by an interrupt: nothing of the run goes on. */
  cancelled: boolean;
  /** Whether it may add to the places that its cell has, as one that a request asked for may. */
  adds: boolean;
  /** What it has put into each place of its cell so far, for its present value. */
  places: MimeBundle[][];
  /** What it has printed last, where nothing was shown since. */
  text?: { readonly name: string; readonly text: string };
  /** Whether it has come to a value before. */
  passed: boolean;
  /** Whether it has come to an end. */
  ended: boolean;
  /** Shows what it prints, and takes away what it has shown; where they are missing, that is the execution's. */
  print?(name: 'stdout' | 'stderr', text: string): void;
  clear?(wait: boolean): void;
  /** Whether all that it has printed is sent again with what it prints next. */
  repeats?: boolean;
  /** The value of a last statement, to be shown at the end. */
  result?: { readonly value: unknown };
  readonly timers: Set<Timer>;
}

let current: Run | undefined;

/**
 * Which run the code that now executes belongs to: the one that was entered last, by a call, after an await or
 * by a timer. (Node's own `AsyncLocalStorage` cannot be used: with its hooks, ending a loop that does not wait
 * makes Node abort the process.)
 */
export function currentRun(): Run | undefined {
  return current;
}

export function enter<T>(run: Run, work: () => T): T {
  current = run;
  return work();
}

export function createRun(origin: Pick<Run, 'execution' | 'silent' | 'requested'>): Run {
  return {
    ...origin,
    cancelled: false,
    adds: false,
    places: [],
    passed: false,
    ended: false,
    timers: new Set(),
  };
}

/** Ends a run: its timers fire no more, and what it awaits never comes. */
export function cancelRun(run: Run): void {
  run.cancelled = true;
  for (const timer of run.timers) {
    clearTimeout(timer as NodeJS.Timeout);
    clearImmediate(timer as NodeJS.Immediate);
  }
  run.timers.clear();
}

/** Runs of which no cell is left, while what they started goes on. */
export interface LooseRuns {
  add(run: Run): void;
  cancel(): void;
}

export function looseRuns(): LooseRuns {
  // A run that nothing goes on of is referred to by nobody else.
  const runs = new Set<WeakRef<Run>>();
  return {
    add(run) {
      for (const other of runs) if (!other.deref()) runs.delete(other);
      runs.add(new WeakRef(run));
    },
    cancel() {
      for (const other of runs) {
        const run = other.deref();
        if (run) cancelRun(run);
      }
      runs.clear();
    },
  };
}

const never = new Promise<never>(() => undefined);

/** What a cell's `await` goes through: passes a value on as long as the run goes on. */
export interface Alive {
  (value: unknown): unknown;
  /** The same for `for await`. */
  each(source: Iterable<unknown> | AsyncIterable<unknown>): AsyncIterable<unknown>;
}

export function aliveIn(run: Run): Alive {
  const pass = (value: unknown) => {
    if (run.cancelled) return never;
    current = run;
    return value;
  };
  const fail = (error: unknown) => {
    if (run.cancelled) return never;
    current = run;
    throw error;
  };
  const alive = (value: unknown) =>
    isThenable(value) ? Promise.resolve(value).then(pass, fail) : pass(value);
  const each = (source: Iterable<unknown> | AsyncIterable<unknown>): AsyncIterable<unknown> => ({
    [Symbol.asyncIterator]() {
      const iterator =
        Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
      return {
        async next() {
          const { done, value } = (await alive(iterator.next())) as IteratorResult<unknown>;
          return { done, value: await alive(value) };
        },
        async return(value?: unknown) {
          await iterator.return?.(value);
          return { done: true, value };
        },
      };
    },
  });
  return Object.assign(alive, { each });
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}

/** Makes the timers that a run starts end with it. */
export function trackTimers(): void {
  for (const name of ['setTimeout', 'setInterval', 'setImmediate'] as const) {
    const original = globalThis[name] as (
      callback: (...args: unknown[]) => void,
      ...rest: unknown[]
    ) => Timer;
    const tracked = (callback: (...args: unknown[]) => void, ...rest: unknown[]): Timer => {
      const run = current;
      if (!run || typeof callback !== 'function') return original(callback, ...rest);
      if (run.cancelled) return original(() => undefined, 0);
      const timer = original(
        (...args) => {
          if (name !== 'setInterval') run.timers.delete(timer);
          enter(run, () => callback(...args));
        },
        ...rest,
      );
      run.timers.add(timer);
      return timer;
    };
    const custom = (original as unknown as Record<symbol, unknown>)[promisify.custom];
    if (custom) Object.defineProperty(tracked, promisify.custom, { value: custom });
    Object.assign(globalThis, { [name]: tracked });
  }
}
