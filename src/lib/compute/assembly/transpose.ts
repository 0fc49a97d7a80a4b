/** Transposes a square of four rows and columns; rows lie `from` bytes apart at `x`, `to` bytes at `y`. */
function square(x: i32, y: i32, from: i32, to: i32): void {
  const a = v128.load(x);
  const b = v128.load(x + from);
  const c = v128.load(x + 2 * from);
  const d = v128.load(x + 3 * from);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(y, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
  v128.store(y + to, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
  v128.store(y + 2 * to, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5));
  v128.store(y + 3 * to, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7));
}

/** `[batch, rows, columns]` 32-bit values at `x` to `[batch, columns, rows]` at `y`. */
export function transpose(x: i32, y: i32, batch: i32, rows: i32, columns: i32): void {
  const from = columns << 2;
  const to = rows << 2;
  const wholeRows = rows & ~3;
  const wholeColumns = columns & ~3;
  for (let matrix = 0; matrix < batch; matrix++) {
    // Sixteen rows at a time: what is written next to each other fills a line of the cache.
    for (let top = 0; top < wholeRows; top += 16) {
      const bottom = min(top + 16, wholeRows);
      for (let j = 0; j < wholeColumns; j += 4)
        for (let i = top; i < bottom; i += 4)
          square(x + i * from + (j << 2), y + j * to + (i << 2), from, to);
    }
    for (let j = 0; j < columns; j++)
      for (let i = j < wholeColumns ? wholeRows : 0; i < rows; i++)
        store<f32>(y + j * to + (i << 2), load<f32>(x + i * from + (j << 2)));
    x += rows * from;
    y += rows * from;
  }
}
