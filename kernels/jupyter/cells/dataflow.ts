import type { Module, Variable } from '@observablehq/runtime';
import { anew, type Mutable } from './generators.js';

/** How a computation stands, or ended. */
export type Outcome =
  | { readonly state: 'pending' }
  | { readonly state: 'fulfilled'; readonly value: unknown }
  | { readonly state: 'rejected'; readonly error: unknown };

/** What a computation, and the names that it defines, have come to. */
export interface Known {
  readonly outcome: Outcome;
  readonly defined: ReadonlyMap<string, Outcome>;
}

/** A computation in a dataflow. */
export interface Node {
  readonly key: string;
  readonly inputs: readonly string[];
  /** Properties of its value that other computations use by their names. */
  readonly names: Iterable<string>;
  compute(this: unknown, ...inputs: unknown[]): unknown;
  /** It has a value, or one more. Not called for a value that was known before. */
  fulfilled(value: unknown): void;
  rejected(error: unknown): void;
  /** It or one of its names has come to an end. */
  settled(): void;
}

/** A computation that has its place. */
export interface Placed {
  /** What it comes to now. */
  readonly now: () => Known;
  /** What it came to last, also while it is computed again. */
  readonly last: () => Known;
  isSettled(): boolean;
  /** Lets go of one of its names. */
  release(name: string): void;
  /** Hears no more of it, whatever its dataflow does. */
  detach(): void;
  remove(): void;
}

const pending: Outcome = { state: 'pending' };

/** An outcome that remembers the one before. @param before how it stands to begin with */
function tracked(before = pending) {
  let now = before;
  let last = before;
  return {
    now: () => now,
    last: () => last,
    begin: () => void (now = pending),
    end: (outcome: Outcome) => void (now = last = outcome),
  };
}

/**
 * Gives a computation its place among others. It is computed when its inputs are, and again when they change.
 *
 * @param known what it came to in an earlier dataflow: taken over, and computed only when an input changes
 */
export function placeNode(main: Module, node: Node, known?: Known): Placed {
  const state = tracked(known?.outcome);
  const names = new Map<
    string,
    { readonly variable: Variable; readonly state: ReturnType<typeof tracked> }
  >();
  let here = true;
  /** What it came to before stands for as long as it has not been computed here. */
  let kept = known?.outcome.state === 'pending' ? undefined : known?.outcome;
  let replaying = kept !== undefined;

  const end = (outcome: Outcome) => {
    if (!here) return;
    state.end(outcome);
    const silent = replaying;
    kept = undefined;
    replaying = false;
    if (!silent && outcome.state === 'fulfilled') node.fulfilled(outcome.value);
    if (!silent && outcome.state === 'rejected') node.rejected(outcome.error);
    node.settled();
  };
  const variable = main.variable({
    pending() {
      if (!replaying) state.begin();
    },
    fulfilled: (value) => end({ state: 'fulfilled', value }),
    rejected: (error) => end({ state: 'rejected', error }),
  });

  const exported = `cell ${node.key}`;
  for (const name of node.names) {
    const before = known?.defined.get(name);
    const own = tracked(before);
    let value = before?.state === 'fulfilled' ? before : undefined;
    const end = (outcome: Outcome) => {
      if (!names.has(name)) return;
      own.end(outcome);
      node.settled();
    };
    const variable = main.variable({
      pending() {
        if (!value) own.begin();
      },
      fulfilled: (value) => end({ state: 'fulfilled', value }),
      rejected: (error) => end({ state: 'rejected', error }),
    });
    names.set(name, { variable, state: own });
    variable.define(name, [exported], (exports: Readonly<Record<string, unknown>>) => {
      const first = value;
      value = undefined;
      if (!first) return exports[name];
      const { [anew]: values } = (exports[name] ?? {}) as Partial<Mutable<unknown>>;
      return values ? values() : first.value;
    });
  }
  variable.define(
    names.size > 0 ? exported : null,
    node.inputs,
    function (this: unknown, ...inputs: never[]) {
      const outcome = kept;
      kept = undefined;
      if (outcome?.state === 'fulfilled') return outcome.value;
      if (outcome?.state === 'rejected') throw outcome.error;
      replaying = false;
      state.begin();
      return node.compute.apply(this, inputs);
    },
  );

  const detach = () => {
    here = false;
    names.clear();
  };
  const gather = (which: 'now' | 'last') => (): Known => ({
    outcome: state[which](),
    defined: new Map([...names].map(([name, { state }]) => [name, state[which]()])),
  });
  return {
    now: gather('now'),
    last: gather('last'),
    isSettled: () =>
      [state, ...[...names.values()].map(({ state }) => state)].every(({ now }) => now() !== pending),
    release(name) {
      names.get(name)?.variable.delete();
      names.delete(name);
    },
    detach,
    remove() {
      const all = [variable, ...[...names.values()].map(({ variable }) => variable)];
      detach();
      for (const each of all) each.delete();
    },
  };
}
