/** `maximum`: max_c |a_c − b_c|; `euclidean`: √Σ_c (a_c − b_c)². */
export type Metric = 'maximum' | 'euclidean';

/**
 * The least s whose root reaches the radius, so that s' < s just where √s' < radius in floating point: to
 * square the radius is off by a rounding, and would now and then count the point that defines it.
 */
export function reducedRadius(radius: number): number {
  let reduced = radius * radius;
  if (!(radius > 0) || !(reduced > 0 && reduced < Infinity)) return radius > 0 ? reduced : 0;
  while (Math.sqrt(reduced) >= radius) reduced = neighbour(reduced, -1n);
  while (Math.sqrt(reduced) < radius) reduced = neighbour(reduced, 1n);
  return reduced;
}

/** The next larger double; of a radius, the one within which "strictly closer" means "at most as far". */
export function nextAbove(value: number): number {
  return neighbour(value, 1n);
}

const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

/** The next double above or below one that is not negative. */
function neighbour(value: number, direction: 1n | -1n): number {
  float[0] = value;
  bits[0] += direction;
  return float[0];
}
