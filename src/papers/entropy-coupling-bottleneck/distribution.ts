/**
 * Refuses what is no distribution.
 *
 * @throws {RangeError} if a probability is negative or not finite, or if they do not sum to 1 within 1e-9.
 */
export function checkDistribution(name: string, p: ArrayLike<number>): void {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    if (!(p[i] >= 0 && p[i] < Infinity)) throw new RangeError(`${name}: probability ${i} is ${p[i]}`);
    sum += p[i];
  }
  if (!(Math.abs(sum - 1) <= 1e-9)) throw new RangeError(`${name}: the probabilities sum to ${sum}`);
}
