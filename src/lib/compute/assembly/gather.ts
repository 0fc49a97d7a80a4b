/**
 * Copies, for every block of `rows` rows at `x`, the rows named at `indices`, each of `bytes` bytes, to `y`:
 * `[blocks, rows, …]` to `[blocks, count, …]`.
 */
export function gather(x: i32, y: i32, indices: i32, blocks: i32, rows: i32, count: i32, bytes: i32): void {
  for (let block = 0; block < blocks; block++)
    for (let i = 0; i < count; i++) {
      memory.copy(y, x + (block * rows + load<i32>(indices + (i << 2))) * bytes, bytes);
      y += bytes;
    }
}
