/**
 * Holm's step-down adjustment ("A simple sequentially rejective multiple test procedure", *Scand. J. Stat.* 6, 1979):
 * with the m p values in ascending order, p̃₍ᵢ₎ = max over j ≤ i of min(1, (m − j + 1) p₍ⱼ₎). Rejecting where p̃ ≤ α keeps
 * the probability of any false rejection at α or less, however the tests depend on each other.
 *
 * @returns the adjusted p values, in the order given
 * @throws {RangeError} unless every p value lies between 0 and 1
 */
export function holm(pValues: readonly number[]): number[] {
  const wrong = pValues.findIndex((p) => !(p >= 0 && p <= 1));
  if (wrong >= 0) throw new RangeError(`Holm: p value ${wrong} is ${pValues[wrong]}, not between 0 and 1`);
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a] - pValues[b]);
  const adjusted = new Array<number>(pValues.length);
  let largest = 0;
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[index]));
    adjusted[index] = largest;
  });
  return adjusted;
}
