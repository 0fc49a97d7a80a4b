// ln 2 in two parts: the first has so few digits that its product with an exponent is exact.
const ln2High: f64 = 6.9314718036912381649e-1;
const ln2Low: f64 = 1.90821492927058770002e-10;

/**
 * eˣ of two numbers that are not positive, with a relative error of some 2⁻⁵²: 2ⁿ eʳ, where n is the integer
 * nearest to x / ln 2, and eʳ its Taylor polynomial of degree 13, whose remainder is below 4e-18.
 */
export function exponential(x: v128): v128 {
  // Below −746 the exponential is less than half of the least double.
  const bounded = f64x2.pmax(x, f64x2.splat(-746));
  const n = f64x2.nearest(f64x2.mul(bounded, f64x2.splat(1.4426950408889634)));
  const r = f64x2.sub(
    f64x2.sub(bounded, f64x2.mul(n, f64x2.splat(ln2High))),
    f64x2.mul(n, f64x2.splat(ln2Low)),
  );
  let sum = f64x2.splat(1 / 6227020800.0);
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1 / 479001600.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1 / 39916800.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1 / 3628800.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1 / 362880.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1 / 40320.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1 / 5040.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1 / 720.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1 / 120.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1 / 24.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1 / 6.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(0.5));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1));
  // 2ⁿ in two factors, as results below the normal range need n down to −1076.
  const exponent = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(n));
  const half = i64x2.shr_s(exponent, 1);
  return f64x2.mul(f64x2.mul(sum, power(half)), power(i64x2.sub(exponent, half)));
}

/** 2ⁿ for integers n from −1022 to 1023. */
function power(n: v128): v128 {
  return i64x2.shl(i64x2.add(n, i64x2.splat(1023)), 52);
}
