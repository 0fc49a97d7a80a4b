/**
 * Windows of one series, as batches are made of: window i is the `length` samples from `starts[i]` on.
 *
 * @param series `[samples, dimension]`, row-major.
 * @returns `[windows, length, dimension]`.
 * @throws {RangeError} if a window begins or ends outside the series.
 */
export function windows(
  series: Float64Array,
  dimension: number,
  length: number,
  starts: readonly number[],
): Float64Array {
  const samples = series.length / dimension;
  const cut = new Float64Array(starts.length * length * dimension);
  starts.forEach((start, i) => {
    if (!(Number.isInteger(start) && start >= 0 && start + length <= samples))
      throw new RangeError(`a window of ${length} samples from ${start} on: the series has ${samples}`);
    cut.set(series.subarray(start * dimension, (start + length) * dimension), i * length * dimension);
  });
  return cut;
}
