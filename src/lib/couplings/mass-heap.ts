/** Numbers of masses in a binary heap. Of equal masses the lowest number comes first. */
export interface MassHeap {
  size(): number;
  /** The number on top; undefined behaviour where the heap is empty. */
  top(): number;
  /** Removes the number on top and returns it. */
  pop(): number;
  push(number: number): void;
  /** Puts the top into its place after its mass has moved away from the top's end. */
  sink(): void;
}

/**
 * A heap of those of the first `count` numbers whose mass is not below `least`, built in O(count); pop, push and
 * sink are O(log size).
 *
 * @param mass read again at each comparison: the caller may change that of the number on top, then calls `sink`.
 * @param first which mass is on top.
 */
export function massHeap(
  mass: Float64Array,
  count: number,
  first: 'largest' | 'smallest',
  least = 0,
): MassHeap {
  const sign = first === 'largest' ? 1 : -1;
  const heap = new Int32Array(mass.length);
  let size = 0;
  for (let i = 0; i < count; i++) if (mass[i] >= least) heap[size++] = i;

  const before = (a: number, b: number) => {
    const difference = sign * (mass[a] - mass[b]);
    return difference > 0 || (difference === 0 && a < b);
  };
  const sinkFrom = (start: number) => {
    const moved = heap[start];
    let at = start;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && before(heap[child + 1], heap[child])) child++;
      if (!before(heap[child], moved)) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = moved;
  };
  for (let i = (size >> 1) - 1; i >= 0; i--) sinkFrom(i);

  return {
    size: () => size,
    top: () => heap[0],
    pop() {
      const top = heap[0];
      heap[0] = heap[--size];
      if (size > 1) sinkFrom(0);
      return top;
    },
    push(number) {
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!before(number, heap[parent])) break;
        heap[at] = heap[parent];
        at = parent;
      }
      heap[at] = number;
    },
    sink: () => sinkFrom(0),
  };
}
