/**
 * P(Z > z) for a standard normal Z and z ≥ 0, to about 13 significant digits.
 *
 * Below 3 it is ½ minus φ(z) Σ z^(2k+1)/(2k+1)!! (G. Marsaglia, "Evaluating the normal distribution",
 * *J. Stat. Softw.* 11, 2004); above, where that difference would cancel, Laplace's continued fraction
 * φ(z)/(z + 1/(z + 2/(z + 3/…))).
 */
export function normalTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    let sum = 0;
    for (let term = z, k = 1; sum + term !== sum; k += 2, term *= (z * z) / k) sum += term;
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let k = 80; k > 0; k--) fraction = z + k / fraction;
  return density / fraction;
}

/** P(Z ≤ z) for a standard normal Z, as accurate as {@link normalTail}. */
export function normalProbability(z: number): number {
  return z < 0 ? normalTail(-z) : 1 - normalTail(z);
}
