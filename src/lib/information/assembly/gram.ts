import { exponential } from './exponential';

/** Points in a block: two blocks of both samples stay in the first-level cache. */
const block: i32 = 64;

/**
 * Adds the off-diagonal elements of the Gaussian kernel matrices K of x and Q of t to their row sums, each pair
 * once, one block of rows against another, and returns half the off-diagonal sum of their products. Samples
 * are column after column, `stride` doubles each, an even number and at least n; a kernel is exp(scale ‖·‖²).
 */
export function kernelSums(
  x: usize,
  dimensionX: i32,
  scaleX: f64,
  t: usize,
  dimensionT: i32,
  scaleT: f64,
  n: i32,
  stride: i32,
  rowsK: usize,
  rowsQ: usize,
): f64 {
  const column = (<usize>stride) << 3;
  let joint: f64 = 0;
  for (let above = 0; above < n; above += block)
    for (let from = 0; from <= above; from += block)
      for (let i = above; i < min(above + block, n); i++) {
        const own = (<usize>i) << 3;
        const to = min(from + block, i);
        let sumK = f64x2.splat(0);
        let sumQ = f64x2.splat(0);
        let sumKQ = f64x2.splat(0);
        for (let j = from; j < to; j += 2) {
          const pair = (<usize>j) << 3;
          let k = exponential(squares(x, dimensionX, column, own, pair, scaleX));
          let q = exponential(squares(t, dimensionT, column, own, pair, scaleT));
          if (j + 1 === to) {
            k = f64x2.replace_lane(k, 1, 0);
            q = f64x2.replace_lane(q, 1, 0);
          }
          sumK = f64x2.add(sumK, k);
          sumQ = f64x2.add(sumQ, q);
          sumKQ = f64x2.add(sumKQ, f64x2.mul(k, q));
          v128.store(rowsK + pair, f64x2.add(v128.load(rowsK + pair), k));
          v128.store(rowsQ + pair, f64x2.add(v128.load(rowsQ + pair), q));
        }
        store<f64>(rowsK + own, load<f64>(rowsK + own) + across(sumK));
        store<f64>(rowsQ + own, load<f64>(rowsQ + own) + across(sumQ));
        joint += across(sumKQ);
      }
  return joint;
}

/** scale ‖a − b‖² of the point a at `own` and the two points b from `pair` on. */
function squares(points: usize, dimension: i32, column: usize, own: usize, pair: usize, scale: f64): v128 {
  let sum = f64x2.splat(0);
  for (let c = 0; c < dimension; c++, points += column) {
    const difference = f64x2.sub(v128.load64_splat(points + own), v128.load(points + pair));
    sum = f64x2.add(sum, f64x2.mul(difference, difference));
  }
  return f64x2.mul(sum, f64x2.splat(scale));
}

function across(lanes: v128): f64 {
  return f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1);
}
