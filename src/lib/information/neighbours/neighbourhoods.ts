import { checkFinite } from '../finite-points.js';
import { countPoints } from '../gaussian-kernel.js';
import { workspace } from '../workspace.js';
import { boxTree } from './box-tree.js';
import { type Metric, reducedRadius } from './metric.js';
import { numbersInOrder } from './numbers-in-order.js';
import type { Neighbourhoods } from './queries.js';

/** `order`: in ascending order, of numbers alone; `tree`: a k-d tree; `pairs`: all pairs, in blocks. */
export type Search = 'order' | 'tree' | 'pairs';

/**
 * Up to this dimension points are searched by a tree. Of 10,000 normal points the tree found the nearest three
 * faster up to dimension 12 to 16, by metric, and counted twice as wide neighbourhoods faster up to 8.
 */
export const treeDimension = 10;

/**
 * The neighbourhoods of points. Numbers are put in order; a k-d tree leaves most pairs unlooked at, but only where
 * n ≫ 2^d; above dimension {@link treeDimension} all pairs are taken, each once, in O(n² d) time. All need
 * O(n (d + k)) memory, and find the same distances and counts to the last bit, but for distances whose square is
 * no normal number.
 *
 * @param points `[n, dimension]`, row-major.
 * @throws {RangeError} if the coordinates do not fill whole points, one is not finite, all are so large or so small that
 *   their distances are beyond all numbers, or points of more than one are to be put in order.
 */
export function neighbourhoods(
  points: Float64Array,
  dimension: number,
  metric: Metric,
  search: Search = dimension === 1 ? 'order' : dimension <= treeDimension ? 'tree' : 'pairs',
): Neighbourhoods {
  const n = countPoints(points, dimension);
  checkFinite(points, dimension);
  checkScale(points, metric);
  if (search === 'order' && dimension !== 1)
    throw new RangeError(`points of ${dimension} coordinates have no order: search them by tree or pairs`);
  const { nearest, closer } =
    search === 'order' ? numbersInOrder(points) : pointsInMemory(points, dimension, metric, search);
  return {
    nearest(k) {
      if (!Number.isInteger(k) || k < 1 || k >= n)
        throw new RangeError(`${k} nearest of ${n} points: must be an integer from 1 to ${n - 1}`);
      return nearest(k);
    },
    closer(radii) {
      if (radii.length !== n) throw new RangeError(`${radii.length} radii for ${n} points`);
      const strange = radii.findIndex(Number.isNaN);
      if (strange >= 0) throw new RangeError(`the radius of point ${strange} is no number`);
      return closer(radii);
    },
  };
}

/** The neighbourhoods by the compiled routines. */
function pointsInMemory(
  points: Float64Array,
  dimension: number,
  metric: Metric,
  search: 'tree' | 'pairs',
): Neighbourhoods {
  const n = points.length / dimension;
  const euclidean = metric === 'euclidean';
  // The routines take two coordinates at a time: a zero makes their number even.
  const width = dimension + (dimension % 2);
  const wide = widened(points, dimension, width);
  const { routines, put, briefly, floats, integers } = workspace();
  const tree = search === 'tree' ? boxTree(wide, width) : undefined;
  const order = tree?.order ?? Uint32Array.from({ length: n }, (_, i) => i);
  const sorted = [put(ordered(wide, width, order)), n, width, euclidean] as const;
  const placed =
    tree &&
    ([
      tree.starts.length,
      put(tree.starts),
      put(tree.ends),
      put(tree.boxes),
      put(new Uint32Array(1024)),
    ] as const);

  return {
    nearest(k) {
      return briefly(() => {
        const found = [k, put(new Float64Array(n * k).fill(Infinity)), put(new Uint32Array(n * k))] as const;
        if (placed) routines.nearestInTree(...sorted, ...placed, ...found);
        else routines.nearestInPairs(...sorted, ...found);
        const distances = floats(found[1], n * k);
        const indices = integers(found[2], n * k).map((place) => order[place]);
        return {
          distances: inNumberOrder(euclidean ? distances.map(Math.sqrt) : distances, k, order),
          indices: inNumberOrder(indices, k, order),
        };
      });
    },
    closer(radii) {
      return briefly(() => {
        const limits = put(ordered(euclidean ? radii.map(reducedRadius) : radii, 1, order));
        const counts = put(new Uint32Array(n));
        if (placed) routines.closerInTree(...sorted, ...placed, limits, counts);
        else routines.closerInPairs(...sorted, limits, counts);
        return inNumberOrder(integers(counts, n), 1, order);
      });
    },
  };
}

/** Coordinates whose distances, in the Euclidean metric their squares, are numbers that keep their digits. */
const scales = {
  maximum: { least: 0, most: Number.MAX_VALUE / 2 },
  euclidean: { least: 1e-150, most: 1e150 },
} as const;

function checkScale(points: Float64Array, metric: Metric): void {
  let most = 0;
  for (const value of points) most = Math.max(most, Math.abs(value));
  if (most > scales[metric].most || (most > 0 && most < scales[metric].least))
    throw new RangeError(
      `coordinates up to ${most}: their distances are beyond what numbers hold; scale them towards one`,
    );
}

/** Points with coordinates 0 added at their ends. */
function widened(points: Float64Array, dimension: number, width: number): Float64Array {
  if (width === dimension) return points;
  const wide = new Float64Array((points.length / dimension) * width);
  for (let from = 0, to = 0; from < points.length; from += dimension, to += width)
    wide.set(points.subarray(from, from + dimension), to);
  return wide;
}

/** Rows in the tree's order. */
function ordered(rows: Float64Array, width: number, order: Uint32Array): Float64Array {
  const result = new Float64Array(rows.length);
  order.forEach((number, place) => {
    for (let c = 0; c < width; c++) result[place * width + c] = rows[number * width + c];
  });
  return result;
}

/** Rows of the tree's order in the order in which the points came. */
function inNumberOrder<T extends Float64Array | Uint32Array>(rows: T, width: number, order: Uint32Array): T {
  const result = rows.slice() as T;
  order.forEach((number, place) => {
    for (let c = 0; c < width; c++) result[number * width + c] = rows[place * width + c];
  });
  return result;
}
