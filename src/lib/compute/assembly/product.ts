import { pack, packRows, panelRow, unpack } from './product-panels';
import { row } from './product-row';
import { eight, four } from './product-tiles';

// Every element of a product is the plain sum of its terms in their order, however the matrices are cut: an
// element's bits depend on its own row and column alone.

/** Rows of A, and terms of a sum, that are worked off together, so that this part of A stays in the cache. */
const rowsAtOnce = 64;
const termsAtOnce = 256;
/** A panel of B, eight columns wide; as wide a strip of C for what columns are left over; and a part of A. */
const panelBytes = termsAtOnce * panelRow;
const stripBytes = rowsAtOnce * panelRow;
const partBytes = rowsAtOnce * termsAtOnce * 4;

/** Bytes of scratch that {@link product} needs. */
export function productScratch(): i32 {
  return panelBytes + stripBytes + partBytes;
}

/**
 * For each of `batch` matrices C = A B, with A `[m, k]`, B `[k, n]` and C `[m, n]`. All strides are in bytes:
 * `aBatch`, `bBatch`, `cBatch` lie between consecutive matrices (0 where all share one), the others between
 * consecutive rows or columns of a matrix, so that a transposed matrix is one with its two strides exchanged.
 * C is contiguous. `scratch` is best aligned to 64 bytes.
 */
export function product(
  a: i32,
  b: i32,
  c: i32,
  batch: i32,
  aBatch: i32,
  bBatch: i32,
  cBatch: i32,
  m: i32,
  n: i32,
  k: i32,
  aRow: i32,
  aColumn: i32,
  bRow: i32,
  bColumn: i32,
  scratch: i32,
): void {
  // Matrices one below the other that share B are one tall matrix.
  if (bBatch === 0 && aBatch === m * aRow && cBatch === (m * n) << 2) {
    m *= batch;
    batch = 1;
  }
  for (let matrix = 0; matrix < batch; matrix++) {
    if (k === 0) memory.fill(c, 0, (m * n) << 2);
    else if (m === 1 && (bRow === 4 || bColumn === 4)) row(a, b, c, n, k, aColumn, bRow, bColumn);
    // A single column is a single row, transposed.
    else if (n === 1 && (aRow === 4 || aColumn === 4)) row(b, a, c, m, k, bRow, aColumn, aRow);
    else matrices(a, b, c, m, n, k, aRow, aColumn, bRow, bColumn, scratch);
    a += aBatch;
    b += bBatch;
    c += cBatch;
  }
}

function matrices(
  a: i32,
  b: i32,
  c: i32,
  m: i32,
  n: i32,
  k: i32,
  aRow: i32,
  aColumn: i32,
  bRow: i32,
  bColumn: i32,
  scratch: i32,
): void {
  const cRow = n << 2;
  for (let top = 0; top < m; top += rowsAtOnce) {
    const rows = min(rowsAtOnce, m - top);
    for (let start = 0; start < k; start += termsAtOnce) {
      const terms = min(termsAtOnce, k - start);
      let left = a + top * aRow + start * aColumn;
      let leftColumn = aColumn;
      let leftRows = aRow << 2;
      // The terms of a transposed matrix lie far apart, often so that they displace each other from the cache:
      // where several panels read them, they are put together first.
      if (aRow === 4 && aColumn >= 1024 && n >= 32) {
        const part = scratch + panelBytes + stripBytes;
        packRows(left, part, rows, terms, aColumn);
        left = part;
        leftColumn = 16;
        leftRows = terms << 4;
      }
      for (let column = 0; column < n; column += 8) {
        const width = min(8, n - column);
        const right = b + start * bRow + column * bColumn;
        const out = c + top * cRow + (column << 2);
        // A packed panel is read with the fewest lines of the cache; few rows do not repay the copy, nor do
        // matrices so narrow that they stay in the cache as they are.
        const inPlace = width === 8 && bColumn === 4 && (rows < 8 || bRow <= 512);
        if (!inPlace) pack(right, scratch, terms, width, bRow, bColumn);
        const panel = inPlace ? right : scratch;
        const panelStep = inPlace ? bRow : panelRow;
        if (width === 8)
          eight(left, panel, out, rows, terms, aRow, leftRows, leftColumn, panelStep, cRow, start > 0);
        else {
          // The last columns, whose sums stay in the strip until they are complete.
          const strip = scratch + panelBytes;
          if (width > 4)
            eight(left, panel, strip, rows, terms, aRow, leftRows, leftColumn, panelRow, panelRow, start > 0);
          else four(left, panel, strip, rows, terms, aRow, leftRows, leftColumn, start > 0);
          if (start + terms === k) unpack(strip, out, rows, width, cRow);
        }
      }
    }
  }
}
