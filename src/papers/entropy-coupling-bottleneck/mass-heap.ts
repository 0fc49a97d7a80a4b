/** Numbers of masses in a binary heap. Of equal masses the lowest number comes first. */
export interface MassHeap {
  size(): number;
  /** The number on top, and its mass; of no meaning where the heap is empty. */
  top(): number;
  topMass(): number;
  /** Removes the number on top and returns it. */
  pop(): number;
  push(number: number, mass: number): void;
  /** Gives the number on top another mass, which moves it away from the top. */
  replaceTop(mass: number): void;
}

/**
 * A heap of those of the masses that are not below `least`, built in O(n); pop, push and replaceTop are O(log size).
 * Masses lie beside their numbers, so that a comparison reads neighbouring memory.
 *
 * @param first which mass is on top; @param capacity how many it may hold at most, if more than there are masses.
 */
export function massHeap(
  masses: ArrayLike<number>,
  first: 'largest' | 'smallest',
  { least = 0, capacity = masses.length }: { least?: number; capacity?: number } = {},
): MassHeap {
  /** Masses are held with this sign, the largest on top. */
  const sign = first === 'largest' ? 1 : -1;
  const number = new Int32Array(capacity);
  const key = new Float64Array(capacity);
  let size = 0;
  for (let i = 0; i < masses.length; i++)
    if (masses[i] >= least) {
      number[size] = i;
      key[size++] = sign * masses[i];
    }

  /** Puts a number where it belongs, at `at` or below. */
  const sink = (start: number, moved: number, k: number) => {
    let at = start;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      const other = child + 1;
      if (
        other < size &&
        (key[other] > key[child] || (key[other] === key[child] && number[other] < number[child]))
      )
        child = other;
      if (key[child] < k || (key[child] === k && number[child] > moved)) break;
      key[at] = key[child];
      number[at] = number[child];
      at = child;
    }
    key[at] = k;
    number[at] = moved;
  };
  for (let i = (size >> 1) - 1; i >= 0; i--) sink(i, number[i], key[i]);

  return {
    size: () => size,
    top: () => number[0],
    topMass: () => sign * key[0],
    pop() {
      const top = number[0];
      size--;
      if (size > 0) sink(0, number[size], key[size]);
      return top;
    },
    push(added, mass) {
      const k = sign * mass;
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (key[parent] > k || (key[parent] === k && number[parent] < added)) break;
        key[at] = key[parent];
        number[at] = number[parent];
        at = parent;
      }
      key[at] = k;
      number[at] = added;
    },
    replaceTop: (mass) => sink(0, number[0], sign * mass),
  };
}
