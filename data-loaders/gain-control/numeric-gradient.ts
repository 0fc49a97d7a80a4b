/**
 * Derivatives of a function by some of its arguments, by central differences with a step of 1e-3: without error, but
 * for rounding, where the function is quadratic.
 *
 * @param at `[n]`, left as it is; @param indices of the arguments.
 */
export function numericGradient(
  value: (at: Float64Array) => number,
  at: Float64Array,
  indices: readonly number[],
): number[] {
  const step = 1e-3;
  const moved = Float64Array.from(at);
  return indices.map((i) => {
    const [above, below] = [step, -step].map((change) => {
      moved[i] = at[i] + change;
      return value(moved);
    });
    moved[i] = at[i];
    return (above - below) / (2 * step);
  });
}
