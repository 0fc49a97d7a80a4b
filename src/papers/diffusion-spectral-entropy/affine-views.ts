import type { Random } from '../../lib/statistics/random.js';

/** How far a random view may be from its image: each amount is uniform within its bound to either side. */
export interface AffineBounds {
  /** Pixels, along rows and along columns. */
  readonly shift: number;
  /** Radians. */
  readonly rotation: number;
  /** Natural logarithm of the magnification. */
  readonly logScale: number;
}

/**
 * A random view of each of some square images: turned and magnified about its centre, shifted, and read between
 * pixels by bilinear interpolation. What comes from outside is `background`.
 *
 * @param images `[n, side²]`, row-major
 * @param rows which of them, `[m]`
 * @returns `[m, side²]`
 */
export function affineViews(
  images: Float32Array,
  side: number,
  rows: ArrayLike<number>,
  background: number,
  { shift, rotation, logScale }: AffineBounds,
  random: Random,
): Float32Array {
  const pixels = side * side;
  const views = new Float32Array(rows.length * pixels);
  const centre = (side - 1) / 2;
  const within = (bound: number) => bound * (2 * random.uniform() - 1);
  for (let view = 0; view < rows.length; view++) {
    const [down, right] = [within(shift), within(shift)];
    const angle = within(rotation);
    const shrink = Math.exp(-within(logScale));
    const [cos, sin] = [shrink * Math.cos(angle), shrink * Math.sin(angle)];
    const from = rows[view] * pixels;
    for (let row = 0, to = view * pixels; row < side; row++)
      for (let column = 0; column < side; column++, to++) {
        const [y, x] = [row - centre - down, column - centre - right];
        views[to] = between(
          images,
          from,
          side,
          centre + cos * y - sin * x,
          centre + sin * y + cos * x,
          background,
        );
      }
  }
  return views;
}

/** The image that begins at `from`, at a place between its pixels. */
function between(
  images: Float32Array,
  from: number,
  side: number,
  row: number,
  column: number,
  background: number,
): number {
  const [top, left] = [Math.floor(row), Math.floor(column)];
  const [down, right] = [row - top, column - left];
  const at = (r: number, c: number) =>
    r < 0 || c < 0 || r >= side || c >= side ? background : images[from + r * side + c];
  const upper = (1 - right) * at(top, left) + right * at(top, left + 1);
  const lower = (1 - right) * at(top + 1, left) + right * at(top + 1, left + 1);
  return (1 - down) * upper + down * lower;
}
