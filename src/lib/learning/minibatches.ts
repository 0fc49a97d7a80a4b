import type { Random } from '../statistics/random.js';

/**
 * The row numbers of an endless sequence of minibatches: each epoch is a new permutation of the rows, cut
 * into batches of one size; the rows left over at its end sit that epoch out.
 *
 * @throws {RangeError} if there are fewer rows than one batch holds
 */
export function* minibatches(
  rows: number,
  size: number,
  random: Random,
): Generator<Uint32Array, never, void> {
  if (size < 1 || rows < size) throw new RangeError(`minibatches: ${rows} rows hold no batch of ${size}`);
  for (;;) {
    const order = random.shuffle(rows);
    for (let start = 0; start + size <= rows; start += size) yield order.subarray(start, start + size);
  }
}
