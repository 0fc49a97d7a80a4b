import type { DenseSize } from './dense.js';

/** Members `start` to `end`, the latter excluded. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a sweep into the fewest chunks of which each fits the budget, as even in size as can be.
 *
 * @param bytesPerMember what training one member takes; see {@link trainingBytes}
 * @throws {RangeError} if not even one member fits
 */
export function chunksWithin(members: number, bytesPerMember: number, budget: number): Chunk[] {
  const fitting = Math.floor(budget / bytesPerMember);
  if (fitting < 1)
    throw new RangeError(
      `one member needs ${bytesPerMember} bytes, more than the budget of ${budget}: raise it, or take smaller batches`,
    );
  const count = Math.ceil(members / fitting);
  return Array.from({ length: count }, (_, i) => ({
    start: Math.floor((i * members) / count),
    end: Math.floor(((i + 1) * members) / count),
  }));
}

/** A layer, and the rows that one batch gives it: its size, times the positions for a convolution's patches. */
export interface LayerLoad extends DenseSize {
  readonly rows: number;
}

/**
 * An upper estimate of what one member holds at the height of a training step, in bytes: seven copies of its
 * parameters (before and after, the gradient, two moments before and after) and, of each layer, its input
 * twice and its output six times (before and after the activation, their derivatives, and what the activation's
 * derivative is made of).
 */
export function trainingBytes(layers: readonly LayerLoad[]): number {
  const floats = layers.map(
    ({ inputs, outputs, rows }) => 7 * (inputs + 1) * outputs + rows * (2 * inputs + 6 * outputs),
  );
  return Float32Array.BYTES_PER_ELEMENT * floats.reduce((sum, count) => sum + count, 0);
}

/** Trains chunk after chunk, yielding the steps of each, and returns what each gave. */
export function* inChunks<Result>(
  chunks: readonly Chunk[],
  train: (chunk: Chunk) => Generator<number, Result, void>,
): Generator<number, Result[], void> {
  const results: Result[] = [];
  for (const chunk of chunks) results.push(yield* train(chunk));
  return results;
}
