/** γ = −ψ(1). */
const eulerMascheroni = 0.5772156649015329;

/**
 * The digamma function at the positive integers up to n, ψ(1) = −γ and ψ(m + 1) = ψ(m) + 1/m: all that
 * estimators built on counts of neighbours need.
 *
 * @returns `[n + 1]`: ψ(m) at index m; NaN at 0, where ψ has a pole.
 */
export function digammaTable(n: number): Float64Array {
  const table = new Float64Array(n + 1);
  table[0] = NaN;
  let harmonic = 0;
  // What the last addition rounded away (W. Kahan, 1965): the table stays exact to the last digit or two.
  let lost = 0;
  for (let m = 1; m <= n; m++) {
    table[m] = harmonic - eulerMascheroni;
    const term = 1 / m - lost;
    const sum = harmonic + term;
    lost = sum - harmonic - term;
    harmonic = sum;
  }
  return table;
}
