/**
 * The steps of a long trajectory that are worth a row: 0, the last, and between them distinct integers spaced
 * evenly on a logarithmic axis, since descent moves fastest at the start.
 *
 * @param steps number of the last step, at least 1; @param count how many to record at most, at least 3.
 */
export function recordedSteps(steps: number, count: number): ReadonlySet<number> {
  const recorded = new Set([0]);
  for (let i = 0; i < count - 1; i++) recorded.add(Math.round(steps ** (i / (count - 2))));
  return recorded.add(steps);
}
