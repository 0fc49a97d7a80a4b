import { type Node, sizeOf } from './graph.js';
import { type Group, nodesOf, operandsOf } from './schedule.js';

const float = Float32Array.BYTES_PER_ELEMENT;
/** A line of the cache. */
const alignment = 64;

/** Where arrays lie, in bytes from the start of the memory that a step works in. */
export interface MemoryPlan {
  readonly offsets: ReadonlyMap<Node, number>;
  readonly bytes: number;
}

const bytesOf = (node: Node): number =>
  Math.max(alignment, Math.ceil((float * sizeOf(node.shape)) / alignment) * alignment);

/**
 * Gives every array that goes through memory a place, which it leaves to others as soon as its last reader is done.
 *
 * @param kept arrays that are there before the step, and stay
 * @param stored arrays that are written to memory
 * @param pinned arrays that are written where a kept one lies
 */
export function planMemory(
  groups: readonly Group[],
  kept: readonly Node[],
  stored: ReadonlySet<Node>,
  pinned: ReadonlyMap<Node, Node>,
): MemoryPlan {
  const offsets = new Map<Node, number>();
  let bytes = 0;
  for (const node of kept) {
    offsets.set(node, bytes);
    bytes += bytesOf(node);
  }
  for (const [node, place] of pinned) offsets.set(node, offsets.get(place)!);

  const lastRead = new Map<Node, number>();
  groups.forEach((group, index) => {
    for (const reader of nodesOf(group)) for (const { node } of operandsOf(reader)) lastRead.set(node, index);
  });

  const free: { start: number; size: number }[] = [];
  const release = (start: number, size: number) => {
    free.push({ start, size });
    free.sort((a, b) => a.start - b.start);
    for (let i = free.length - 1; i > 0; i--)
      if (free[i - 1].start + free[i - 1].size === free[i].start) {
        free[i - 1].size += free[i].size;
        free.splice(i, 1);
      }
  };
  const take = (size: number): number => {
    // The smallest gap that holds it.
    let best = -1;
    free.forEach((gap, i) => {
      if (gap.size >= size && (best < 0 || gap.size < free[best].size)) best = i;
    });
    if (best < 0) {
      bytes += size;
      return bytes - size;
    }
    const gap = free[best];
    const { start } = gap;
    gap.start += size;
    gap.size -= size;
    if (gap.size === 0) free.splice(best, 1);
    return start;
  };

  const placed: Node[] = [];
  groups.forEach((group, index) => {
    for (const node of nodesOf(group))
      if (stored.has(node) && !offsets.has(node)) {
        offsets.set(node, take(bytesOf(node)));
        placed.push(node);
      }
    for (let i = placed.length - 1; i >= 0; i--) {
      const node = placed[i];
      if ((lastRead.get(node) ?? index) > index) continue;
      release(offsets.get(node)!, bytesOf(node));
      placed.splice(i, 1);
    }
  });
  return { offsets, bytes };
}
