import { type Node, type Source, stridesOf, whole } from './graph.js';
import { type MemoryPlan, planMemory } from './memory-plan.js';
import { boxOf, type Group, inOrder, isAligned, nodesOf, operandsOf, schedule } from './schedule.js';

/** What a step does, in which order, and where. */
export interface StepPlan {
  readonly groups: readonly Group[];
  /** What is in memory before the step, and is read by it. */
  readonly sources: readonly Node[];
  /** The place of each entry of the state. */
  readonly states: readonly Node[];
  /** What goes through memory. */
  readonly stored: ReadonlySet<Node>;
  readonly memory: MemoryPlan;
}

export const sourceOf = ({ work }: Node): Source | undefined =>
  work.kind === 'source' ? work.source : undefined;

/** @param next what replaces each entry of the state */
export function planStep(next: readonly Node[]): StepPlan {
  const sources = inOrder(next).filter((node) => sourceOf(node));
  const states = next.map((result, index) => stateNode(sources, index, result));
  const groups = schedule(next);
  const pinned = new Map<Node, Node>();
  const copies = next.flatMap((result, index) => {
    const state = states[index];
    if (result === state) return [];
    if (!pinned.has(result) && replaceable(groups, state, result)) {
      pinned.set(result, state);
      return [];
    }
    // Copied to where the state lies when all else is done.
    const part = { from: whole(result), strides: stridesOf(result.shape), offset: 0 };
    const copy: Node = { shape: state.shape, work: { kind: 'assembled', parts: [part], whole: true } };
    pinned.set(copy, state);
    return [{ kind: 'single', node: copy } as const];
  });
  const all = [...groups, ...copies];
  const stored = storedNodes(all, pinned);
  const brought = sources.filter((node) => ['drawn', 'constant'].includes(sourceOf(node)!.kind));
  return {
    groups: all,
    sources,
    states,
    stored,
    memory: planMemory(all, [...states, ...brought], stored, pinned),
  };
}

/** The node of an entry of the state, also where nothing reads it. */
function stateNode(sources: readonly Node[], index: number, { shape }: Node): Node {
  const found = sources.find((node) => {
    const source = sourceOf(node);
    return source?.kind === 'state' && source.index === index;
  });
  return found ?? { shape, work: { kind: 'source', source: { kind: 'state', index } } };
}

/**
 * Whether a result can be written where the state that it replaces lies: nothing reads that later, and its own loops read
 * it only at the point that they write.
 */
function replaceable(groups: readonly Group[], state: Node, result: Node): boolean {
  const own = groups.findIndex((group) => nodesOf(group).includes(result));
  if (result.work.kind !== 'map' || own < 0) return false;
  return groups.every((group, index) =>
    nodesOf(group).every((reader) =>
      operandsOf(reader).every((view) => {
        if (view.node !== state || index < own) return true;
        return index === own && isAligned({ ...view, node: result }, boxOf(reader));
      }),
    ),
  );
}

/** What must go through memory: whatever is not made element by element, or is read by others than its own loops. */
function storedNodes(groups: readonly Group[], pinned: ReadonlyMap<Node, Node>): Set<Node> {
  const stored = new Set<Node>(pinned.keys());
  for (const group of groups) {
    const own = nodesOf(group);
    for (const node of own) {
      if (node.work.kind !== 'map') stored.add(node);
      for (const { node: operand } of operandsOf(node))
        if (!sourceOf(operand) && operand.work.kind !== 'number' && !own.includes(operand))
          stored.add(operand);
    }
  }
  return stored;
}
