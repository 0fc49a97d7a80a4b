import { farthestOfBox, nearestOfBox, reducedDistance } from './distance';
import { insertNearest } from './insert';

// The nodes of the tree are numbered like a heap, those from `firstLeaf` on being leaves. `starts` and
// `ends` say where the points of a node begin and end, `boxes` holds its low and its high corner, and at `stack`
// is room for one of nodes with their bounds, sixteen bytes each.

function endOf(ends: usize, node: i32): i32 {
  return load<i32>(ends + ((<usize>node) << 2));
}

function startOf(starts: usize, node: i32): i32 {
  return load<i32>(starts + ((<usize>node) << 2));
}

/** The k nearest other points of each point, points in the tree's order. */
export function nearestInTree(
  points: usize,
  n: i32,
  width: i32,
  euclidean: bool,
  nodes: i32,
  starts: usize,
  ends: usize,
  boxes: usize,
  stack: usize,
  k: i32,
  distances: usize,
  indices: usize,
): void {
  const size = (<usize>width) << 3;
  const firstLeaf = nodes >> 1;
  for (let leaf = firstLeaf; leaf < nodes; leaf++)
    for (let query = startOf(starts, leaf); query < endOf(ends, leaf); query++) {
      const point = points + <usize>query * size;
      const list = distances + ((<usize>query * <usize>k) << 3);
      const listOfIndices = indices + ((<usize>query * <usize>k) << 2);
      const last = list + ((<usize>(k - 1)) << 3);
      let limit: f64 = Infinity;
      // From the point's own leaf upwards, so that the first neighbours found are near ones.
      let own = leaf;
      let first = leaf;
      for (;;) {
        let top = stack;
        store<i32>(top, first);
        store<f64>(top, nearestOfBox(point, boxes + <usize>first * 2 * size, width, euclidean), 8);
        while (top >= stack) {
          const node = load<i32>(top);
          const bound = load<f64>(top, 8);
          top -= 16;
          if (bound >= limit) continue;
          if (node >= firstLeaf) {
            const end = endOf(ends, node);
            for (let i = startOf(starts, node); i < end; i++) {
              const apart = reducedDistance(point, points + <usize>i * size, width, euclidean, limit);
              if (apart >= limit || i === query) continue;
              insertNearest(list, listOfIndices, k, apart, i);
              limit = load<f64>(last);
            }
            continue;
          }
          const left = 2 * node + 1;
          const box = boxes + <usize>left * 2 * size;
          const toLeft = nearestOfBox(point, box, width, euclidean);
          const toRight = nearestOfBox(point, box + 2 * size, width, euclidean);
          const rightFirst = toRight < toLeft;
          const farther = rightFirst ? toLeft : toRight;
          if (farther < limit) {
            top += 16;
            store<i32>(top, rightFirst ? left : left + 1);
            store<f64>(top, farther, 8);
          }
          top += 16;
          store<i32>(top, rightFirst ? left + 1 : left);
          store<f64>(top, rightFirst ? toRight : toLeft, 8);
        }
        if (own === 0) break;
        first = own & 1 ? own + 1 : own - 1;
        own = (own - 1) >> 1;
      }
    }
}

/** How many other points are below the limit of each point, in the tree's order. */
export function closerInTree(
  points: usize,
  n: i32,
  width: i32,
  euclidean: bool,
  nodes: i32,
  starts: usize,
  ends: usize,
  boxes: usize,
  stack: usize,
  limits: usize,
  counts: usize,
): void {
  const size = (<usize>width) << 3;
  const firstLeaf = nodes >> 1;
  for (let query = 0; query < n; query++) {
    const point = points + <usize>query * size;
    const limit = load<f64>(limits + ((<usize>query) << 3));
    let count = 0;
    let top = stack;
    store<i32>(top, 0);
    while (top >= stack) {
      const node = load<i32>(top);
      top -= 16;
      const box = boxes + <usize>node * 2 * size;
      if (nearestOfBox(point, box, width, euclidean) >= limit) continue;
      const start = startOf(starts, node);
      const end = endOf(ends, node);
      if (farthestOfBox(point, box, width, euclidean) < limit) {
        count += end - start;
      } else if (node < firstLeaf) {
        store<i32>(top, 2 * node + 1, 16);
        store<i32>(top, 2 * node + 2, 32);
        top += 32;
      } else {
        for (let i = start; i < end; i++)
          count += i32(reducedDistance(point, points + <usize>i * size, width, euclidean, limit) < limit);
      }
    }
    // The point itself is closer than any radius that is not zero.
    store<i32>(counts + ((<usize>query) << 2), count - i32(limit > 0));
  }
}
