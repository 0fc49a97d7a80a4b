// Elementwise functions on 32-bit floats, four at a time. `x` and `y` are addresses of `size` floats; reading
// and writing may overlap only where they are equal.

const log2e: f32 = 1.4426950408889634;
// ln 2 in two parts: the first has so few digits that its product with an exponent is exact.
const ln2High: f32 = 0.693359375;
const ln2Low: f32 = -2.121944400546906e-4;

/** The integer nearest to x / ln 2, as floats. */
function halvings(x: v128): v128 {
  return f32x4.nearest(f32x4.mul(x, f32x4.splat(log2e)));
}

/**
 * eʳ − 1 for the remainder r = x − n ln 2, |r| ≤ ½ ln 2: r + r² q(r), where q interpolates
 * (eʳ − 1 − r) / r² at five Chebyshev nodes (relative error of q 1.4e-7).
 */
function remainder(x: v128, n: v128): v128 {
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, f32x4.splat(ln2High))), f32x4.mul(n, f32x4.splat(ln2Low)));
  let q = f32x4.splat(0.0013926183587663395);
  q = f32x4.add(f32x4.mul(q, r), f32x4.splat(0.008363179052723817));
  q = f32x4.add(f32x4.mul(q, r), f32x4.splat(0.04166655461720501));
  q = f32x4.add(f32x4.mul(q, r), f32x4.splat(0.16666576989698761));
  q = f32x4.add(f32x4.mul(q, r), f32x4.splat(0.5));
  return f32x4.add(r, f32x4.mul(f32x4.mul(r, r), q));
}

/** 2ⁿ for integers n from −126 to 127. */
function power(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** tanh x = t / (t + 2) with t = e^2|x| − 1, and the sign of x; from |x| = 10 on it rounds to ±1. */
function tanh4(x: v128): v128 {
  // pmin and pmax hand on a NaN that is their first argument.
  const twice = f32x4.pmin(f32x4.mul(f32x4.abs(x), f32x4.splat(2)), f32x4.splat(20));
  const n = halvings(twice);
  const scale = power(i32x4.trunc_sat_f32x4_s(n));
  const t = f32x4.add(f32x4.mul(remainder(twice, n), scale), f32x4.sub(scale, f32x4.splat(1)));
  const magnitude = f32x4.div(t, f32x4.add(t, f32x4.splat(2)));
  return v128.bitselect(x, magnitude, i32x4.splat(0x80000000));
}

/**
 * ln(1 + eˣ) = max(x, 0) + ln(1 + e), e = e^−|x| ≤ 1, where ln(1 + e) = 2 artanh u with u = e / (2 + e) ≤ ⅓,
 * and artanh(u) / u interpolated in u² at five Chebyshev nodes (relative error 4.1e-9).
 */
function softplus4(x: v128): v128 {
  // Beyond −104 the exponential is below half of the least float.
  const below = f32x4.pmax(f32x4.neg(f32x4.abs(x)), f32x4.splat(-104));
  const n = halvings(below);
  // 2ⁿ in two factors, as denormal results need n down to −150.
  const exponent = i32x4.trunc_sat_f32x4_s(n);
  const half = i32x4.shr_s(exponent, 1);
  const e = f32x4.mul(
    f32x4.mul(f32x4.add(remainder(below, n), f32x4.splat(1)), power(half)),
    power(i32x4.sub(exponent, half)),
  );
  // 2u: u itself would lose the last digit of a denormal e.
  const w = f32x4.div(f32x4.add(e, e), f32x4.add(e, f32x4.splat(2)));
  const v = f32x4.mul(f32x4.mul(w, w), f32x4.splat(0.25));
  let p = f32x4.splat(0.14078889181874812);
  p = f32x4.add(f32x4.mul(p, v), f32x4.splat(0.1398257887240011));
  p = f32x4.add(f32x4.mul(p, v), f32x4.splat(0.20012297615374003));
  p = f32x4.add(f32x4.mul(p, v), f32x4.splat(0.33333160820688407));
  p = f32x4.add(f32x4.mul(p, v), f32x4.splat(1.0000000038408794));
  return f32x4.add(f32x4.pmax(x, f32x4.splat(0)), f32x4.mul(w, p));
}

export function tanh(x: i32, y: i32, size: i32): void {
  const whole = size & ~3;
  for (let i = 0; i < whole; i += 4) v128.store(y + (i << 2), tanh4(v128.load(x + (i << 2))));
  for (let i = whole; i < size; i++)
    store<f32>(y + (i << 2), f32x4.extract_lane(tanh4(v128.load32_zero(x + (i << 2))), 0));
}

export function softplus(x: i32, y: i32, size: i32): void {
  const whole = size & ~3;
  for (let i = 0; i < whole; i += 4) v128.store(y + (i << 2), softplus4(v128.load(x + (i << 2))));
  for (let i = whole; i < size; i++)
    store<f32>(y + (i << 2), f32x4.extract_lane(softplus4(v128.load32_zero(x + (i << 2))), 0));
}
