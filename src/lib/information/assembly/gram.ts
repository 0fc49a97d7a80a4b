import { gaussianTile, rowBytes, side } from './gaussian-tile';

/**
 * Adds the off-diagonal elements of a Gaussian kernel matrix K to its row sums, each pair once, one tile after the
 * other. The sample is in panels.
 */
export function kernelRowSums(x: usize, dimension: i32, scale: f64, n: i32, rows: usize, tile: usize): void {
  for (let above = 0; above < n; above += side)
    for (let from = 0; from <= above; from += side) {
      tileOf(x, dimension, scale, n, above, from, tile);
      addToRows(tile, n, above, from, rows);
    }
}

/** The same of the matrices K and Q of two samples; returns half the off-diagonal sum of their products. */
export function kernelSums(
  x: usize,
  dimensionX: i32,
  scaleX: f64,
  t: usize,
  dimensionT: i32,
  scaleT: f64,
  n: i32,
  rowsK: usize,
  rowsQ: usize,
  tileK: usize,
  tileQ: usize,
): f64 {
  let joint: f64 = 0;
  for (let above = 0; above < n; above += side)
    for (let from = 0; from <= above; from += side) {
      tileOf(x, dimensionX, scaleX, n, above, from, tileK);
      tileOf(t, dimensionT, scaleT, n, above, from, tileQ);
      addToRows(tileK, n, above, from, rowsK);
      addToRows(tileQ, n, above, from, rowsQ);
      joint += product(tileK, tileQ, n, above, from);
    }
  return joint;
}

/** The tile of a symmetric matrix whose rows begin at `above` and whose columns begin at `from`. */
function tileOf(x: usize, dimension: i32, scale: f64, n: i32, above: i32, from: i32, tile: usize): void {
  const panels = (min(above + side, n) - above + 3) >> 2;
  const point = (<usize>dimension) << 3;
  const lower = above === from;
  gaussianTile(
    x + <usize>above * point,
    panels,
    x + <usize>from * point,
    side >> 2,
    dimension,
    scale,
    lower,
    tile,
  );
}

/** Adds what is in a tile, below the diagonal of the matrix, to the sums of its rows and of its columns. */
function addToRows(tile: usize, n: i32, above: i32, from: i32, rows: usize): void {
  const columns = rows + ((<usize>from) << 3);
  for (let i = above; i < min(above + side, n); i++, tile += rowBytes) {
    const end = (<usize>(min(from + side, i) - from)) << 3;
    let sum = f64x2.splat(0);
    let at: usize = 0;
    for (; at + 8 < end; at += 16) {
      const k = v128.load(tile + at);
      sum = f64x2.add(sum, k);
      v128.store(columns + at, f64x2.add(v128.load(columns + at), k));
    }
    let total = across(sum);
    if (at < end) {
      const k = load<f64>(tile + at);
      total += k;
      store<f64>(columns + at, load<f64>(columns + at) + k);
    }
    const own = rows + ((<usize>i) << 3);
    store<f64>(own, load<f64>(own) + total);
  }
}

/** The sum of the products of what is in two tiles, below the diagonals of their matrices. */
function product(tileK: usize, tileQ: usize, n: i32, above: i32, from: i32): f64 {
  let sum = f64x2.splat(0);
  let single: f64 = 0;
  for (let i = above; i < min(above + side, n); i++, tileK += rowBytes, tileQ += rowBytes) {
    const end = (<usize>(min(from + side, i) - from)) << 3;
    let at: usize = 0;
    for (; at + 8 < end; at += 16)
      sum = f64x2.add(sum, f64x2.mul(v128.load(tileK + at), v128.load(tileQ + at)));
    if (at < end) single += load<f64>(tileK + at) * load<f64>(tileQ + at);
  }
  return across(sum) + single;
}

function across(lanes: v128): f64 {
  return f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1);
}
