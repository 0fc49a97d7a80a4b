/**
 * A balanced k-d tree (J. Bentley, "Multidimensional binary search trees used for associative searching",
 * *Comm. ACM* 18, 1975), its nodes numbered like a heap: node i has the children 2i + 1 and 2i + 2, and the
 * nodes of the last level are the leaves. Each node is a stretch of the points, in the tree's order, and the
 * box around them. Points are halved by position, not by value, so that duplicates leave it balanced.
 */
export interface BoxTree {
  /** The number of the point at each place of the tree's order, `[n]`. */
  readonly order: Uint32Array;
  /** Where the points of a node begin, and where they end, `[nodes]`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The lowest and the highest corner of each node, `[nodes, 2, dimension]`. */
  readonly boxes: Float64Array;
}

/** At most so many points are in a leaf. */
const leafSize = 16;

/**
 * Builds the tree, splitting a node at the median of its widest coordinate, in O(d n log n) expected time.
 *
 * @param points `[n, dimension]`
 */
export function boxTree(points: Float64Array, dimension: number): BoxTree {
  const n = points.length / dimension;
  const firstLeaf = 2 ** Math.max(0, Math.ceil(Math.log2(n / leafSize))) - 1;
  const nodes = 2 * firstLeaf + 1;
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const starts = new Uint32Array(nodes);
  const ends = new Uint32Array(nodes);
  const boxes = new Float64Array(nodes * 2 * dimension);
  const keys = new Float64Array(n);

  ends[0] = n;
  for (let node = 0; node < nodes; node++) {
    const start = starts[node];
    const end = ends[node];
    const low = boxes.subarray(2 * node * dimension, (2 * node + 1) * dimension).fill(Infinity);
    const high = boxes.subarray((2 * node + 1) * dimension, (2 * node + 2) * dimension).fill(-Infinity);
    for (let i = start; i < end; i++)
      for (let c = 0; c < dimension; c++) {
        const value = points[order[i] * dimension + c];
        if (value < low[c]) low[c] = value;
        if (value > high[c]) high[c] = value;
      }
    if (node >= firstLeaf) continue;
    let widest = 0;
    for (let c = 1; c < dimension; c++) if (high[c] - low[c] > high[widest] - low[widest]) widest = c;
    for (let i = start; i < end; i++) keys[i] = points[order[i] * dimension + widest];
    const middle = (start + end) >>> 1;
    split(keys, order, start, end - 1, middle);
    starts[2 * node + 1] = start;
    ends[2 * node + 1] = starts[2 * node + 2] = middle;
    ends[2 * node + 2] = end;
  }
  return { order, starts, ends, boxes };
}

/**
 * Orders keys[first … last], and the numbers with them, so that none before the middle is larger than any from
 * it on (C. Hoare's selection; its scans stop at equal keys, so that many of them split evenly).
 */
function split(keys: Float64Array, numbers: Uint32Array, first: number, last: number, middle: number): void {
  while (first < last) {
    const pivot = keys[(first + last) >>> 1];
    let i = first;
    let j = last;
    while (i <= j) {
      while (keys[i] < pivot) i++;
      while (keys[j] > pivot) j--;
      if (i > j) break;
      [keys[i], keys[j]] = [keys[j], keys[i]];
      [numbers[i], numbers[j]] = [numbers[j], numbers[i]];
      i++;
      j--;
    }
    if (middle <= j) last = j;
    else if (middle >= i) first = i;
    else return;
  }
}
