/** `sum + x y` in single precision, as a product takes the step. */
export type Step = (sum: number, x: number, y: number) => number;

/** Rounded after the multiplication and after the addition. */
export const plainStep: Step = (sum, x, y) => Math.fround(sum + Math.fround(x * y));

const bits = new BigInt64Array(1);
const double = new Float64Array(bits.buffer);

/**
 * Rounded once. The product of two floats is exact in double precision; the sum is rounded to odd there, after which
 * rounding to single precision gives what rounding the exact sum would (Boldo and Melquiond 2008, Theorem 1).
 */
export const fusedStep: Step = (sum, x, y) => {
  const product = x * y;
  double[0] = product + sum;
  // What the rounding of the sum left over, exactly (Knuth's two-sum).
  const shifted = double[0] - product;
  const error = product - (double[0] - shifted) + (sum - shifted);
  if (Number.isFinite(double[0]) && error !== 0 && (bits[0] & 1n) === 0n)
    bits[0] += error > 0 === double[0] > 0 ? 1n : -1n;
  return Math.fround(double[0]);
};
