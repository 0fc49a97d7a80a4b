import type { Random } from './random.js';

/**
 * ln of a gamma number of a shape and of scale 1: the logarithm, for small shapes give numbers below the least float
 * (G. Marsaglia, W. Tsang, *ACM TOMS* 26, 2000; a shape below 1 by way of shape + 1, times u^(1/shape)).
 */
export function logGammaNumber(shape: number, source: Random): number {
  if (!(shape > 0)) throw new RangeError(`gamma number: shape ${shape} must be above 0`);
  if (shape < 1) return logGammaNumber(shape + 1, source) + Math.log(1 - source.uniform()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = source.normal();
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - source.uniform()) < (z * z) / 2 + d * (1 - v + Math.log(v)))
      return Math.log(d * v);
  }
}

/** A random distribution on `size` outcomes, Dirichlet with the same concentration for each: the smaller, the peakier. */
export function dirichlet(size: number, concentration: number, source: Random): Float64Array {
  const logs = Float64Array.from({ length: size }, () => logGammaNumber(concentration, source));
  const largest = logs.reduce((most, value) => Math.max(most, value), -Infinity);
  const shares = logs.map((value) => Math.exp(value - largest));
  const total = shares.reduce((sum, value) => sum + value, 0);
  return shares.map((value) => value / total);
}
