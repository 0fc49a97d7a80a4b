/**
 * Degree of confirmation b* = (a − c)/max(a, c) of the rule "positive, hence ill", by a test of sensitivity
 * a = P(positive|ill) and false-positive rate c = P(positive|well): 1 confirms, 0 says nothing, −1 refutes. It is the
 * share of belief that maximises the semantic information of the test. C. Lu, Entropy 22(4):384, 2020.
 *
 * @throws {RangeError} unless both are probabilities, and one of them positive.
 */
export function confirmation(sensitivity: number, falsePositiveRate: number): number {
  const [a, c] = [sensitivity, falsePositiveRate];
  if (!(a >= 0 && a <= 1 && c >= 0 && c <= 1 && a + c > 0))
    throw new RangeError(`confirmation(${a}, ${c}): two probabilities are needed, not both zero`);
  return (a - c) / Math.max(a, c);
}
