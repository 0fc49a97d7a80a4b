// Addresses are 32-bit integers that wrap, which is all the arithmetic on them needs.
// Images are `[batch, height, width, channels]`; a patch is what a window of `rows × columns` sees of one,
// `[rows, columns, channels]`, zero where the window reaches over the border.

/** Adds the float at `from` to that at `to`. */
function add(to: i32, from: i32): void {
  store<f32>(to, load<f32>(to) + load<f32>(from));
}

/** Adds `size` floats at `from` to those at `to`. */
function accumulate(to: i32, from: i32, size: i32): void {
  const whole = size & ~3;
  for (let i = 0; i < whole; i += 4)
    v128.store(to + (i << 2), f32x4.add(v128.load(to + (i << 2)), v128.load(from + (i << 2))));
  for (let i = whole; i < size; i++) add(to + (i << 2), from + (i << 2));
}

/**
 * Copies every patch of the images at `x` to `y`, `[batch, outHeight, outWidth, rows, columns, channels]`; or,
 * `back`, its adjoint: adds every patch at `y` to the images at `x`, which must be zero before.
 */
export function patches(
  x: i32,
  y: i32,
  back: bool,
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  rows: i32,
  columns: i32,
  strideDown: i32,
  strideRight: i32,
  top: i32,
  left: i32,
): void {
  const pixel = channels << 2;
  const row = columns * pixel;
  let patch = y;
  for (let image = 0; image < batch; image++)
    for (let i = 0; i < outHeight; i++)
      for (let j = 0; j < outWidth; j++) {
        const column = j * strideRight - left;
        // The part of the window's columns that lies within the image.
        const first = max(0, -column);
        const last = min(columns, width - column);
        for (let k = 0; k < rows; k++) {
          const line = i * strideDown - top + k;
          if (line >= 0 && line < height && last > first) {
            const inside = x + ((image * height + line) * width + column + first) * pixel;
            const before = first * pixel;
            const bytes = (last - first) * pixel;
            if (back) accumulate(inside, patch + before, bytes >> 2);
            else {
              if (before > 0) memory.fill(patch, 0, before);
              memory.copy(patch + before, inside, bytes);
              if (before + bytes < row) memory.fill(patch + before + bytes, 0, row - before - bytes);
            }
          } else if (!back) memory.fill(patch, 0, row);
          patch += row;
        }
      }
}

/**
 * The adjoint of maximum pooling: adds every `dy`, `[batch, outHeight, outWidth, channels]`, to that entry of
 * `dx`, zero before, at which `x` is largest in its window, the first of them in reading order.
 */
export function maxPoolGrad(
  x: i32,
  dy: i32,
  dx: i32,
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  rows: i32,
  columns: i32,
  strideDown: i32,
  strideRight: i32,
  top: i32,
  left: i32,
): void {
  const pixel = channels << 2;
  let out = dy;
  for (let image = 0; image < batch; image++)
    for (let i = 0; i < outHeight; i++) {
      const firstLine = max(0, i * strideDown - top);
      const lastLine = min(height, i * strideDown - top + rows);
      for (let j = 0; j < outWidth; j++) {
        const first = max(0, j * strideRight - left);
        const last = min(width, j * strideRight - left + columns);
        const whole = firstLine < lastLine && first < last ? channels & ~3 : 0;
        for (let channel = 0; channel < whole; channel += 4) {
          // Four channels at once: their largest values, and where these are.
          let at = (((image * height + firstLine) * width + first) * channels + channel) << 2;
          let largest = v128.load(x + at);
          let where = i32x4.splat(at);
          for (let line = firstLine; line < lastLine; line++) {
            at = (((image * height + line) * width + first) * channels + channel) << 2;
            for (let column = first; column < last; column++) {
              const value = v128.load(x + at);
              const larger = f32x4.gt(value, largest);
              largest = v128.bitselect(value, largest, larger);
              where = v128.bitselect(i32x4.splat(at), where, larger);
              at += pixel;
            }
          }
          add(dx + i32x4.extract_lane(where, 0), out);
          add(dx + i32x4.extract_lane(where, 1) + 4, out + 4);
          add(dx + i32x4.extract_lane(where, 2) + 8, out + 8);
          add(dx + i32x4.extract_lane(where, 3) + 12, out + 12);
          out += 16;
        }
        for (let channel = whole; channel < channels; channel++) {
          let largest: f32 = -Infinity;
          let where = 0;
          for (let line = firstLine; line < lastLine; line++) {
            let at = (((image * height + line) * width + first) * channels + channel) << 2;
            for (let column = first; column < last; column++) {
              const value = load<f32>(x + at);
              if (where === 0 || value > largest) {
                largest = value;
                where = dx + at;
              }
              at += pixel;
            }
          }
          if (where !== 0) add(where, out);
          out += 4;
        }
      }
    }
}
