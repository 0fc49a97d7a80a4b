// Points are `width` doubles, an even number of them: a coordinate that is there to make it even is zero
// everywhere. Addresses are in bytes.

/**
 * How far apart two points are, in a form that costs no root: max_c |a_c − b_c|, or Σ_c (a_c − b_c)², even and
 * odd coordinates summed apart. Given up, every eight coordinates, when it has reached the limit; what is
 * returned then has reached it too.
 */
export function reducedDistance(a: usize, b: usize, width: i32, euclidean: bool, limit: f64): f64 {
  let lanes = f64x2.splat(0);
  let reduced: f64 = 0;
  for (let from = 0; from < width;) {
    const to = min(from + 8, width);
    if (euclidean)
      for (; from < to; from += 2) {
        const at = (<usize>from) << 3;
        const difference = f64x2.sub(v128.load(a + at), v128.load(b + at));
        lanes = f64x2.add(lanes, f64x2.mul(difference, difference));
      }
    else
      for (; from < to; from += 2) {
        const at = (<usize>from) << 3;
        lanes = f64x2.pmax(lanes, f64x2.abs(f64x2.sub(v128.load(a + at), v128.load(b + at))));
      }
    reduced = across(lanes, euclidean);
    if (reduced >= limit) break;
  }
  return reduced;
}

/** Of a point to the nearest point of a box, its low corner and then its high one at `box`. */
export function nearestOfBox(point: usize, box: usize, width: i32, euclidean: bool): f64 {
  const high = box + ((<usize>width) << 3);
  let lanes = f64x2.splat(0);
  for (let at: usize = 0; at < (<usize>width) << 3; at += 16) {
    const value = v128.load(point + at);
    const below = f64x2.sub(v128.load(box + at), value);
    const above = f64x2.sub(value, v128.load(high + at));
    const outside = f64x2.pmax(f64x2.pmax(below, above), f64x2.splat(0));
    lanes = euclidean ? f64x2.add(lanes, f64x2.mul(outside, outside)) : f64x2.pmax(lanes, outside);
  }
  return across(lanes, euclidean);
}

/** Of a point to the farthest point of a box. */
export function farthestOfBox(point: usize, box: usize, width: i32, euclidean: bool): f64 {
  const high = box + ((<usize>width) << 3);
  let lanes = f64x2.splat(0);
  for (let at: usize = 0; at < (<usize>width) << 3; at += 16) {
    const value = v128.load(point + at);
    const extent = f64x2.pmax(f64x2.sub(value, v128.load(box + at)), f64x2.sub(v128.load(high + at), value));
    lanes = euclidean ? f64x2.add(lanes, f64x2.mul(extent, extent)) : f64x2.pmax(lanes, extent);
  }
  return across(lanes, euclidean);
}

function across(lanes: v128, euclidean: bool): f64 {
  const swapped = v128.shuffle<f64>(lanes, lanes, 1, 0);
  return f64x2.extract_lane(euclidean ? f64x2.add(lanes, swapped) : f64x2.pmax(lanes, swapped), 0);
}
