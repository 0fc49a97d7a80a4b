import type { Random } from './random.js';

/**
 * A draw from the symmetric Dirichlet law: `n` probabilities that sum to 1, uniform on the simplex for concentration
 * 1, nearer to its corners below, nearer to 1/n above.
 *
 * @throws {RangeError} unless `n` is a positive integer and the concentration is positive.
 */
export function symmetricDirichlet(n: number, concentration: number, source: Random): Float64Array {
  if (!Number.isInteger(n) || n < 1 || !(concentration > 0))
    throw new RangeError(`Dirichlet: ${n} probabilities of concentration ${concentration}`);
  const draws = Float64Array.from({ length: n }, () => gammaVariate(concentration, source));
  const sum = draws.reduce((total, value) => total + value, 0);
  return draws.map((value) => value / sum);
}

/**
 * A draw from the gamma law of this shape and of scale 1 (G. Marsaglia, W. W. Tsang, "A simple method for generating
 * gamma variables", ACM TOMS 26, 2000); a shape below 1 is that of shape + 1 times u^{1/shape}.
 */
function gammaVariate(shape: number, source: Random): number {
  if (shape < 1) return gammaVariate(shape + 1, source) * (1 - source.uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = source.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - source.uniform()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
  }
}
