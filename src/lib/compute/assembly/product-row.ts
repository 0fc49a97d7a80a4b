import { multiplyAdd } from './multiply-add';

/** One row of A times B, whose rows or columns are contiguous. */
export function row(a: i32, b: i32, c: i32, n: i32, k: i32, aColumn: i32, bRow: i32, bColumn: i32): void {
  let column = 0;
  if (bColumn === 4) {
    for (; column + 16 <= n; column += 16)
      sixteenSums(a, b + (column << 2), c + (column << 2), k, aColumn, bRow);
    for (; column + 4 <= n; column += 4) fourSums(a, b + (column << 2), c + (column << 2), k, aColumn, bRow);
  } else
    for (; column + 8 <= n; column += 8)
      eightProducts(a, b + column * bColumn, c + (column << 2), k, aColumn, bColumn);
  for (; column < n; column++) {
    // In a lane of a vector, whose arithmetic may be another than that of a single number.
    let sum = f32x4.splat(0);
    let x = a;
    let y = b + column * bColumn;
    for (let term = 0; term < k; term++) {
      sum = multiplyAdd(v128.load_splat<u32>(x), v128.load_splat<u32>(y), sum);
      x += aColumn;
      y += bRow;
    }
    v128.store_lane<f32>(c + (column << 2), sum, 0);
  }
}

function sixteenSums(a: i32, b: i32, c: i32, k: i32, aColumn: i32, bRow: i32): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let term = 0; term < k; term++) {
    const x = v128.load_splat<u32>(a);
    s0 = multiplyAdd(x, v128.load(b), s0);
    s1 = multiplyAdd(x, v128.load(b, 16), s1);
    s2 = multiplyAdd(x, v128.load(b, 32), s2);
    s3 = multiplyAdd(x, v128.load(b, 48), s3);
    a += aColumn;
    b += bRow;
  }
  v128.store(c, s0);
  v128.store(c, s1, 16);
  v128.store(c, s2, 32);
  v128.store(c, s3, 48);
}

function fourSums(a: i32, b: i32, c: i32, k: i32, aColumn: i32, bRow: i32): void {
  let sum = f32x4.splat(0);
  for (let term = 0; term < k; term++) {
    sum = multiplyAdd(v128.load_splat<u32>(a), v128.load(b), sum);
    a += aColumn;
    b += bRow;
  }
  v128.store(c, sum);
}

/** The products of the row with eight contiguous columns, four terms of which are turned into rows at a time. */
function eightProducts(a: i32, b: i32, c: i32, k: i32, aColumn: i32, bColumn: i32): void {
  let low = f32x4.splat(0);
  let high = low;
  let b0 = b;
  let b1 = b0 + bColumn;
  let b2 = b1 + bColumn;
  let b3 = b2 + bColumn;
  const half = bColumn << 2;
  let term = 0;
  for (; term + 4 <= k; term += 4) {
    const y0 = v128.load(b0);
    const y1 = v128.load(b1);
    const y2 = v128.load(b2);
    const y3 = v128.load(b3);
    const low01 = v128.shuffle<f32>(y0, y1, 0, 4, 1, 5);
    const low23 = v128.shuffle<f32>(y2, y3, 0, 4, 1, 5);
    const high01 = v128.shuffle<f32>(y0, y1, 2, 6, 3, 7);
    const high23 = v128.shuffle<f32>(y2, y3, 2, 6, 3, 7);
    const z0 = v128.load(b0 + half);
    const z1 = v128.load(b1 + half);
    const z2 = v128.load(b2 + half);
    const z3 = v128.load(b3 + half);
    const lower01 = v128.shuffle<f32>(z0, z1, 0, 4, 1, 5);
    const lower23 = v128.shuffle<f32>(z2, z3, 0, 4, 1, 5);
    const higher01 = v128.shuffle<f32>(z0, z1, 2, 6, 3, 7);
    const higher23 = v128.shuffle<f32>(z2, z3, 2, 6, 3, 7);
    let x = v128.load_splat<u32>(a);
    low = multiplyAdd(x, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5), low);
    high = multiplyAdd(x, v128.shuffle<f32>(lower01, lower23, 0, 1, 4, 5), high);
    a += aColumn;
    x = v128.load_splat<u32>(a);
    low = multiplyAdd(x, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7), low);
    high = multiplyAdd(x, v128.shuffle<f32>(lower01, lower23, 2, 3, 6, 7), high);
    a += aColumn;
    x = v128.load_splat<u32>(a);
    low = multiplyAdd(x, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), low);
    high = multiplyAdd(x, v128.shuffle<f32>(higher01, higher23, 0, 1, 4, 5), high);
    a += aColumn;
    x = v128.load_splat<u32>(a);
    low = multiplyAdd(x, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7), low);
    high = multiplyAdd(x, v128.shuffle<f32>(higher01, higher23, 2, 3, 6, 7), high);
    a += aColumn;
    b0 += 16;
    b1 += 16;
    b2 += 16;
    b3 += 16;
  }
  v128.store(c, low);
  v128.store(c, high, 16);
  // The last terms, one by one.
  for (; term < k; term++) {
    const x = v128.load_splat<u32>(a);
    let y = b + (term << 2);
    for (let column = 0; column < 32; column += 4) {
      const sum = v128.load_splat<u32>(c + column);
      v128.store_lane<f32>(c + column, multiplyAdd(x, v128.load_splat<u32>(y), sum), 0);
      y += bColumn;
    }
    a += aColumn;
  }
}
