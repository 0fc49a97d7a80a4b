/** A table has no NaN or infinity: a network that diverged has nothing to say. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Mean squared deviation from the mean. */
export function varianceOf(values: ArrayLike<number>): number {
  const numbers = Float64Array.from(values);
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length;
}
