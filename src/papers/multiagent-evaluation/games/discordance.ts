/**
 * Kendall's distance of two rankings: the share of pairs that one puts in one order and the other in the other. A
 * pair tied in one of them counts half.
 *
 * @throws {RangeError} where the lengths differ or there are fewer than two.
 */
export function discordance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  if (y.length !== n || n < 2) throw new RangeError(`discordance of ${n} and ${y.length} values`);
  let sum = 0;
  for (let i = 1; i < n; i++)
    for (let j = 0; j < i; j++) sum += Math.abs(Math.sign(x[i] - x[j]) - Math.sign(y[i] - y[j])) / 2;
  return sum / ((n * (n - 1)) / 2);
}
