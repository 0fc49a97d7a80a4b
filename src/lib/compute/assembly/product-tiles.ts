import { multiplyAdd } from './multiply-add';
import { panelRow } from './product-panels';

/**
 * Eight columns of C for all `rows`, four at a time, from which `aRows` leads to the next four; `more` adds to
 * what C holds. Where fewer than four rows are left, the last of them is computed and written in place of those
 * that are missing, too.
 */
export function eight(
  a: i32,
  b: i32,
  c: i32,
  rows: i32,
  terms: i32,
  aRow: i32,
  aRows: i32,
  aColumn: i32,
  bRow: i32,
  cRow: i32,
  more: bool,
): void {
  for (; rows > 0; rows -= 4) {
    let a0 = a;
    let a1 = rows > 1 ? a0 + aRow : a0;
    let a2 = rows > 2 ? a1 + aRow : a1;
    let a3 = rows > 3 ? a2 + aRow : a2;
    const c1 = rows > 1 ? c + cRow : c;
    const c2 = rows > 2 ? c1 + cRow : c1;
    const c3 = rows > 3 ? c2 + cRow : c2;
    let s00 = f32x4.splat(0);
    let s01 = s00;
    let s10 = s00;
    let s11 = s00;
    let s20 = s00;
    let s21 = s00;
    let s30 = s00;
    let s31 = s00;
    if (more) {
      s00 = v128.load(c);
      s01 = v128.load(c, 16);
      s10 = v128.load(c1);
      s11 = v128.load(c1, 16);
      s20 = v128.load(c2);
      s21 = v128.load(c2, 16);
      s30 = v128.load(c3);
      s31 = v128.load(c3, 16);
    }
    let panel = b;
    for (let term = terms; term > 0; term--) {
      const b0 = v128.load(panel);
      const b1 = v128.load(panel, 16);
      panel += bRow;
      const x0 = v128.load_splat<u32>(a0);
      s00 = multiplyAdd(x0, b0, s00);
      s01 = multiplyAdd(x0, b1, s01);
      a0 += aColumn;
      const x1 = v128.load_splat<u32>(a1);
      s10 = multiplyAdd(x1, b0, s10);
      s11 = multiplyAdd(x1, b1, s11);
      a1 += aColumn;
      const x2 = v128.load_splat<u32>(a2);
      s20 = multiplyAdd(x2, b0, s20);
      s21 = multiplyAdd(x2, b1, s21);
      a2 += aColumn;
      const x3 = v128.load_splat<u32>(a3);
      s30 = multiplyAdd(x3, b0, s30);
      s31 = multiplyAdd(x3, b1, s31);
      a3 += aColumn;
    }
    v128.store(c, s00);
    v128.store(c, s01, 16);
    v128.store(c1, s10);
    v128.store(c1, s11, 16);
    v128.store(c2, s20);
    v128.store(c2, s21, 16);
    v128.store(c3, s30);
    v128.store(c3, s31, 16);
    a += aRows;
    c += cRow << 2;
  }
}

/** {@link eight} for the first four columns of a panel and a strip of C alone. */
export function four(
  a: i32,
  b: i32,
  c: i32,
  rows: i32,
  terms: i32,
  aRow: i32,
  aRows: i32,
  aColumn: i32,
  more: bool,
): void {
  for (; rows > 0; rows -= 4) {
    let a0 = a;
    let a1 = rows > 1 ? a0 + aRow : a0;
    let a2 = rows > 2 ? a1 + aRow : a1;
    let a3 = rows > 3 ? a2 + aRow : a2;
    const c1 = rows > 1 ? c + panelRow : c;
    const c2 = rows > 2 ? c1 + panelRow : c1;
    const c3 = rows > 3 ? c2 + panelRow : c2;
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    if (more) {
      s0 = v128.load(c);
      s1 = v128.load(c1);
      s2 = v128.load(c2);
      s3 = v128.load(c3);
    }
    let panel = b;
    for (let term = terms; term > 0; term--) {
      const b0 = v128.load(panel);
      panel += panelRow;
      s0 = multiplyAdd(v128.load_splat<u32>(a0), b0, s0);
      a0 += aColumn;
      s1 = multiplyAdd(v128.load_splat<u32>(a1), b0, s1);
      a1 += aColumn;
      s2 = multiplyAdd(v128.load_splat<u32>(a2), b0, s2);
      a2 += aColumn;
      s3 = multiplyAdd(v128.load_splat<u32>(a3), b0, s3);
      a3 += aColumn;
    }
    v128.store(c, s0);
    v128.store(c1, s1);
    v128.store(c2, s2);
    v128.store(c3, s3);
    a += aRows;
    c += panelRow << 2;
  }
}
