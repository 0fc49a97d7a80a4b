/** Bytes of a row of a panel, eight floats. */
export const panelRow = 32;

/** Copies `terms` rows of `width` columns to a panel of eight, zero in the others. */
export function pack(b: i32, panel: i32, terms: i32, width: i32, bRow: i32, bColumn: i32): void {
  if (width === 8 && bColumn === 4) {
    for (let term = 0; term < terms; term++) {
      v128.store(panel, v128.load(b));
      v128.store(panel, v128.load(b, 16), 16);
      b += bRow;
      panel += panelRow;
    }
    return;
  }
  if (width < 8) memory.fill(panel, 0, terms * panelRow);
  let column = 0;
  if (bRow === 4)
    for (; column + 4 <= width; column += 4)
      packTransposed(b + column * bColumn, panel + (column << 2), terms, bColumn);
  for (; column < width; column++) {
    let from = b + column * bColumn;
    let to = panel + (column << 2);
    for (let term = 0; term < terms; term++) {
      store<f32>(to, load<f32>(from));
      from += bRow;
      to += panelRow;
    }
  }
}

/** Four columns of the panel, each of which lies contiguous at `b`. */
function packTransposed(b: i32, panel: i32, terms: i32, bColumn: i32): void {
  let b0 = b;
  let b1 = b0 + bColumn;
  let b2 = b1 + bColumn;
  let b3 = b2 + bColumn;
  let term = 0;
  for (; term + 4 <= terms; term += 4) {
    const x0 = v128.load(b0);
    const x1 = v128.load(b1);
    const x2 = v128.load(b2);
    const x3 = v128.load(b3);
    const low01 = v128.shuffle<f32>(x0, x1, 0, 4, 1, 5);
    const low23 = v128.shuffle<f32>(x2, x3, 0, 4, 1, 5);
    const high01 = v128.shuffle<f32>(x0, x1, 2, 6, 3, 7);
    const high23 = v128.shuffle<f32>(x2, x3, 2, 6, 3, 7);
    v128.store(panel, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
    v128.store(panel, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7), 32);
    v128.store(panel, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), 64);
    v128.store(panel, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7), 96);
    b0 += 16;
    b1 += 16;
    b2 += 16;
    b3 += 16;
    panel += 4 * panelRow;
  }
  for (; term < terms; term++) {
    store<f32>(panel, load<f32>(b0));
    store<f32>(panel, load<f32>(b1), 4);
    store<f32>(panel, load<f32>(b2), 8);
    store<f32>(panel, load<f32>(b3), 12);
    b0 += 4;
    b1 += 4;
    b2 += 4;
    b3 += 4;
    panel += panelRow;
  }
}

/** Copies adjacent rows of A, four at a time and these term by term. */
export function packRows(a: i32, part: i32, rows: i32, terms: i32, aColumn: i32): void {
  for (let top = 0; top < rows; top += 4) {
    let from = a + (top << 2);
    const left = min(4, rows - top) << 2;
    for (let term = 0; term < terms; term++) {
      if (left === 16) v128.store(part, v128.load(from));
      else for (let row = 0; row < left; row += 4) store<f32>(part + row, load<f32>(from + row));
      from += aColumn;
      part += 16;
    }
  }
}

/** Copies the first `width` columns of a strip of eight to C. */
export function unpack(strip: i32, c: i32, rows: i32, width: i32, cRow: i32): void {
  for (let i = 0; i < rows; i++) {
    let column = 0;
    if (width >= 4) {
      v128.store(c, v128.load(strip));
      column = 4;
    }
    for (; column < width; column++) store<f32>(c + (column << 2), load<f32>(strip + (column << 2)));
    strip += panelRow;
    c += cRow;
  }
}
