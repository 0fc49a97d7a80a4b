/**
 * ω = ∂v/∂x − ∂u/∂y on an even grid of spacing one, by central differences, and one-sided ones of second order at the
 * edges.
 *
 * @param u, v `[ny, nx]`, row-major: velocity along x and along y.
 * @returns `[ny, nx]`.
 * @throws {RangeError} if the shapes differ, or a side has fewer than three points.
 */
export function vorticity(u: ArrayLike<number>, v: ArrayLike<number>, nx: number): Float32Array {
  const ny = u.length / nx;
  if (u.length !== v.length || !Number.isInteger(ny) || nx < 3 || ny < 3)
    throw new RangeError(`vorticity of ${u.length} and ${v.length} velocities on a grid ${nx} wide`);
  const omega = new Float32Array(u.length);
  for (let y = 0; y < ny; y++)
    for (let x = 0; x < nx; x++) omega[y * nx + x] = slope(v, y * nx, 1, x, nx) - slope(u, x, nx, y, ny);
  return omega;
}

/** The derivative at place i of `count` values that lie `stride` apart from `start` on. */
function slope(values: ArrayLike<number>, start: number, stride: number, i: number, count: number): number {
  const value = (k: number) => values[start + k * stride];
  if (i === 0) return (4 * value(1) - 3 * value(0) - value(2)) / 2;
  if (i === count - 1) return (3 * value(i) - 4 * value(i - 1) + value(i - 2)) / 2;
  return (value(i + 1) - value(i - 1)) / 2;
}
