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

export function isPending({ outcome, defined }: Known): boolean {
  return [outcome, ...defined.values()].some(({ state }) => state === 'pending');
}

/** What a computation came to in an earlier dataflow. */
export interface Replay {
  readonly known: Known;
  /** Whether its inputs are others than they were then, so that it has to be computed again. */
  changed(inputs: readonly unknown[]): boolean;
}

/** A computation in a dataflow. */
export interface Node {
  readonly key: string;
  readonly inputs: readonly string[];
  /** Properties of its value that other computations use by their names. */
  readonly names: Iterable<string>;
  compute(this: unknown, ...inputs: unknown[]): unknown;
  /** What it has to wait for, its inputs being there, until it may be computed. */
  ready(): Promise<void> | undefined;
  /** It has a value, or one more. Not called for a value that was known before. */
  fulfilled(value: unknown): void;
  rejected(error: unknown): void;
  /** It or one of its names has come to an end. */
  settled(): void;
}

/** A computation that has its place. */
export interface Placed {
  /** What it comes to now; what is known of it from before, as long as that stands. */
  readonly now: () => Known;
  /** What it came to last, also while it is computed again. */
  readonly last: () => Known;
  isSettled(): boolean;
  /** Lets go of one of its names. */
  release(name: string): void;
  /** Hears no more of it, whatever its dataflow does, and keeps what it has come to. */
  detach(): void;
  remove(): void;
}

const pending: Outcome = { state: 'pending' };
const unknown: Known = { outcome: pending, defined: new Map() };

/** The place of a computation that has none yet: whatever is asked of it is unknown. */
export const unplaced: Placed = {
  now: () => unknown,
  last: () => unknown,
  isSettled: () => false,
  release: () => undefined,
  detach: () => undefined,
  remove: () => undefined,
};

/** An outcome that remembers the one before. @param before what it was in an earlier dataflow: it stands for now */
function tracked(before = pending) {
  let now = before;
  let last = before;
  let replaying = before.state !== 'pending';
  return {
    now: () => now,
    last: () => last,
    isReplaying: () => replaying,
    isSettled: () => !replaying && now.state !== 'pending',
    wait() {
      if (!replaying) now = pending;
    },
    begin() {
      replaying = false;
      now = pending;
    },
    end(outcome: Outcome) {
      replaying = false;
      now = last = outcome;
    },
  };
}

/**
 * Gives a computation its place among others. It is computed when its inputs are, and again when they change.
 *
 * @param replay taken over from an earlier dataflow, so that it is computed only when an input changes
 */
export function placeNode(main: Module, node: Node, replay?: Replay): Placed {
  const { known } = replay ?? {};
  const state = tracked(known?.outcome);
  const names = new Map<
    string,
    { readonly variable: Variable; readonly state: ReturnType<typeof tracked> }
  >();
  let here = true;
  /** How often it was to be computed. */
  let turns = 0;

  const end = (outcome: Outcome) => {
    if (!here) return;
    const silent = state.isReplaying() && outcome.state === known?.outcome.state;
    state.end(outcome);
    if (!silent && outcome.state === 'fulfilled') node.fulfilled(outcome.value);
    if (!silent && outcome.state === 'rejected') node.rejected(outcome.error);
    node.settled();
  };
  const variable = main.variable({
    pending() {
      turns += 1;
      state.wait();
    },
    fulfilled: (value) => end({ state: 'fulfilled', value }),
    rejected: (error) => end({ state: 'rejected', error }),
  });

  const exported = `cell ${node.key}`;
  for (const name of node.names) {
    const before = known?.defined.get(name);
    const own = tracked(before);
    const end = (outcome: Outcome) => {
      if (!here || !names.has(name)) return;
      own.end(outcome);
      node.settled();
    };
    const variable = main.variable({
      pending: own.wait,
      fulfilled: (value) => end({ state: 'fulfilled', value }),
      rejected: (error) => end({ state: 'rejected', error }),
    });
    names.set(name, { variable, state: own });
    variable.define(name, [exported], (exports: Readonly<Record<string, unknown>>) => {
      const same = known?.outcome.state === 'fulfilled' && exports === known.outcome.value;
      if (own.isReplaying() && same && before?.state === 'fulfilled') {
        const { [anew]: values } = (exports[name] ?? {}) as Partial<Mutable<unknown>>;
        return values ? values() : before.value;
      }
      own.begin();
      return exports[name];
    });
  }
  variable.define(
    names.size > 0 ? exported : null,
    node.inputs,
    function (this: unknown, ...inputs: never[]) {
      if (replay && state.isReplaying() && !replay.changed(inputs)) {
        const { outcome } = replay.known;
        if (outcome.state === 'fulfilled') return outcome.value;
        if (outcome.state === 'rejected') throw outcome.error;
      }
      const begin = () => {
        state.begin();
        return node.compute.apply(this, inputs);
      };
      const turn = turns;
      // Whatever comes of a turn that another has followed meanwhile is not looked at.
      return node.ready()?.then(() => (here && turn === turns ? begin() : undefined)) ?? begin();
    },
  );

  const gather = (which: 'now' | 'last') => (): Known => ({
    outcome: state[which](),
    defined: new Map([...names].map(([name, { state }]) => [name, state[which]()])),
  });
  return {
    now: gather('now'),
    last: gather('last'),
    isSettled: () =>
      [state, ...[...names.values()].map(({ state }) => state)].every((one) => one.isSettled()),
    release(name) {
      names.get(name)?.variable.delete();
      names.delete(name);
    },
    detach() {
      here = false;
    },
    remove() {
      here = false;
      variable.delete();
      for (const { variable } of names.values()) variable.delete();
    },
  };
}
