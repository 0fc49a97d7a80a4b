import { isWhole, type Node, sizeOf, type View, whole } from './graph.js';

/** Work that is done in one go. */
export type Group =
  /** Loops over one box of points, in which every point is visited once. */
  | { readonly kind: 'loops'; readonly sizes: readonly number[]; readonly nodes: Node[] }
  /** A product, copies, or a routine. */
  | { readonly kind: 'single'; readonly node: Node };

export const nodesOf = (group: Group): readonly Node[] =>
  group.kind === 'single' ? [group.node] : group.nodes;

/** Where a node's work reads. */
export function operandsOf({ work }: Node): readonly View[] {
  switch (work.kind) {
    case 'source':
    case 'number':
      return [];
    case 'map':
      return work.operands;
    case 'reduce':
      return [work.operand];
    case 'product':
      return [work.a, work.b];
    case 'assembled':
      return work.parts.map(({ from }) => from);
    case 'routine':
      return work.operands.map(whole);
    case 'computed':
      return [whole(work.operand)];
  }
}

/** The points that a node's loops visit, axes of one point left out. */
export function boxOf({ shape, work }: Node): readonly number[] {
  const visited = work.kind === 'reduce' ? work.operand.shape : shape;
  return visited.filter((size) => size !== 1);
}

/** Whether a view's element at a point is the one that its own loops make at that point. */
export function isAligned(view: View, box: readonly number[]): boolean {
  const { work } = view.node;
  return (
    work.kind === 'map' &&
    isWhole(view) &&
    sameBox(boxOf(view.node), box) &&
    sizeOf(view.shape) === sizeOf(box)
  );
}

/**
 * Puts the nodes that some results need into groups, in an order in which each comes after what it reads. Work over
 * the same box of points shares its loops where nothing that must come in between depends on it: what such loops hand
 * on to each other never goes through memory.
 */
export function schedule(results: readonly Node[]): Group[] {
  const groups: Group[] = [];
  const groupOf = new Map<Node, number>();
  for (const node of inOrder(results)) {
    if (node.work.kind === 'source' || node.work.kind === 'number') continue;
    const fusible = node.work.kind === 'map' || node.work.kind === 'reduce';
    const box = boxOf(node);
    let earliest = 0;
    for (const view of operandsOf(node)) {
      const made = groupOf.get(view.node);
      if (made === undefined) continue;
      earliest = Math.max(earliest, fusible && isAligned(view, box) ? made : made + 1);
    }
    if (!fusible) {
      groupOf.set(node, groups.length);
      groups.push({ kind: 'single', node });
      continue;
    }
    let index = earliest;
    for (; index < groups.length; index++) {
      const group = groups[index];
      if (group.kind === 'loops' && sameBox(group.sizes, box)) break;
    }
    const group = groups[index];
    if (group?.kind === 'loops') group.nodes.push(node);
    else groups.push({ kind: 'loops', sizes: box, nodes: [node] });
    groupOf.set(node, index);
  }
  return groups;
}

const sameBox = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((size, axis) => size === b[axis]);

/** All nodes that some results need, each after its operands. */
export function inOrder(results: readonly Node[]): Node[] {
  const found = new Set<Node>();
  const visit = (node: Node) => {
    if (found.has(node)) return;
    for (const { node: operand } of operandsOf(node)) visit(operand);
    found.add(node);
  };
  results.forEach(visit);
  return [...found];
}
