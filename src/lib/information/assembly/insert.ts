/**
 * Puts a point that is closer than the last of an ascending list where it belongs, and drops that last one.
 *
 * @param first where the list's distances begin; @param firstIndex where its numbers of points do.
 */
export function insertNearest(first: usize, firstIndex: usize, k: i32, distance: f64, index: u32): void {
  let at = <usize>(k - 1);
  while (at > 0) {
    const before = load<f64>(first + ((at - 1) << 3));
    if (before <= distance) break;
    store<f64>(first + (at << 3), before);
    store<u32>(firstIndex + (at << 2), load<u32>(firstIndex + ((at - 1) << 2)));
    at--;
  }
  store<f64>(first + (at << 3), distance);
  store<u32>(firstIndex + (at << 2), index);
}
