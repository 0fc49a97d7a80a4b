import { exponentials } from './exponential';

// Points come in panels of four: coordinate after coordinate, each of the four side by side. What fills the last
// panel is zero, and what comes of it is to be left alone.

/** Points along each side of a tile. */
export const side: i32 = 32;

/** Bytes from one row of a tile to the next. */
export const rowBytes: usize = 256;

/**
 * A part of a Gaussian kernel matrix, exp(scale ‖a − b‖²) for all points of some panels at `a` and all of some at `b`,
 * in a tile of 32 × 32. Where it is symmetric, `lower` leaves out what is above its diagonal.
 *
 * Four points are taken against four, so that each coordinate that is loaded is used four times.
 */
export function gaussianTile(
  a: usize,
  panelsA: i32,
  b: usize,
  panelsB: i32,
  dimension: i32,
  scale: f64,
  lower: bool,
  tile: usize,
): void {
  const panel = (<usize>dimension) << 5;
  for (let i = 0; i < panelsA; i++) {
    const end = lower ? i + 1 : panelsB;
    let at = tile + ((<usize>i) << 2) * rowBytes;
    for (let j = 0; j < end; j++) {
      squares(a + <usize>i * panel, b + <usize>j * panel, dimension, scale, at);
      exponentials(at, at + rowBytes);
      exponentials(at + 2 * rowBytes, at + 3 * rowBytes);
      at += 32;
    }
  }
}

/** scale ‖a − b‖² of the four points of a panel and of the four of another. */
function squares(a: usize, b: usize, dimension: i32, scale: f64, at: usize): void {
  let s00 = f64x2.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  for (let c = 0; c < dimension; c++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const a0 = v128.load64_splat(a);
    s00 = f64x2.add(s00, squared(f64x2.sub(a0, b0)));
    s01 = f64x2.add(s01, squared(f64x2.sub(a0, b1)));
    const a1 = v128.load64_splat(a, 8);
    s10 = f64x2.add(s10, squared(f64x2.sub(a1, b0)));
    s11 = f64x2.add(s11, squared(f64x2.sub(a1, b1)));
    const a2 = v128.load64_splat(a, 16);
    s20 = f64x2.add(s20, squared(f64x2.sub(a2, b0)));
    s21 = f64x2.add(s21, squared(f64x2.sub(a2, b1)));
    const a3 = v128.load64_splat(a, 24);
    s30 = f64x2.add(s30, squared(f64x2.sub(a3, b0)));
    s31 = f64x2.add(s31, squared(f64x2.sub(a3, b1)));
    a += 32;
    b += 32;
  }
  const factor = f64x2.splat(scale);
  v128.store(at, f64x2.mul(s00, factor));
  v128.store(at, f64x2.mul(s01, factor), 16);
  at += rowBytes;
  v128.store(at, f64x2.mul(s10, factor));
  v128.store(at, f64x2.mul(s11, factor), 16);
  at += rowBytes;
  v128.store(at, f64x2.mul(s20, factor));
  v128.store(at, f64x2.mul(s21, factor), 16);
  at += rowBytes;
  v128.store(at, f64x2.mul(s30, factor));
  v128.store(at, f64x2.mul(s31, factor), 16);
}

function squared(difference: v128): v128 {
  return f64x2.mul(difference, difference);
}

/** Writes a tile with its rows as columns. */
export function mirrorTile(tile: usize, mirrored: usize): void {
  for (let row: usize = 0; row < <usize>side; row += 2)
    for (let column: usize = 0; column < <usize>side; column += 2) {
      const from = tile + row * rowBytes + (column << 3);
      const upper = v128.load(from);
      const lower = v128.load(from + rowBytes);
      const to = mirrored + column * rowBytes + (row << 3);
      v128.store(to, v128.shuffle<f64>(upper, lower, 0, 2));
      v128.store(to + rowBytes, v128.shuffle<f64>(upper, lower, 1, 3));
    }
}
