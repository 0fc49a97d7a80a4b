// ln 2 in two parts: the first has so few digits that its product with an exponent is exact.
const ln2High: f64 = 6.9314718036912381649e-1;
const ln2Low: f64 = 1.90821492927058770002e-10;

/** 1.5 · 2⁵²: added to a number below 2⁵¹, it leaves the nearest integer in the lowest digits of the sum. */
const rounding: f64 = 6755399441055744;

/**
 * Replaces eight numbers x that are not positive, four from each address on, by eˣ, with an error below 1.2 units
 * in the last place: 2ⁿ eʳ, where n is the integer nearest to x / ln 2, and eʳ its Taylor polynomial of degree 13,
 * whose remainder is below 4e-18. Each step of a polynomial waits for the one before, so eight of them take
 * little more time than two.
 */
export function exponentials(first: usize, second: usize): void {
  // Below −746 the exponential is less than half of the least double.
  let r0 = f64x2.pmax(v128.load(first), f64x2.splat(-746));
  let r1 = f64x2.pmax(v128.load(first, 16), f64x2.splat(-746));
  let r2 = f64x2.pmax(v128.load(second), f64x2.splat(-746));
  let r3 = f64x2.pmax(v128.load(second, 16), f64x2.splat(-746));
  const n0 = halvings(r0);
  const n1 = halvings(r1);
  const n2 = halvings(r2);
  const n3 = halvings(r3);
  r0 = remainder(r0, n0);
  r1 = remainder(r1, n1);
  r2 = remainder(r2, n2);
  r3 = remainder(r3, n3);
  let s0 = f64x2.splat(1 / 6227020800.0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let c = f64x2.splat(1 / 479001600.0);
  s0 = step(s0, r0, c);
  s1 = step(s1, r1, c);
  s2 = step(s2, r2, c);
  s3 = step(s3, r3, c);
  c = f64x2.splat(1 / 39916800.0);
  s0 = step(s0, r0, c);
  s1 = step(s1, r1, c);
  s2 = step(s2, r2, c);
  s3 = step(s3, r3, c);
  c = f64x2.splat(1 / 3628800.0);
  s0 = step(s0, r0, c);
  s1 = step(s1, r1, c);
  s2 = step(s2, r2, c);
  s3 = step(s3, r3, c);
  c = f64x2.splat(1 / 362880.0);
  s0 = step(s0, r0, c);
  s1 = step(s1, r1, c);
  s2 = step(s2, r2, c);
  s3 = step(s3, r3, c);
  c = f64x2.splat(1 / 40320.0);
  s0 = step(s0, r0, c);
  s1 = step(s1, r1, c);
  s2 = step(s2, r2, c);
  s3 = step(s3, r3, c);
  c = f64x2.splat(1 / 5040.0);
  s0 = step(s0, r0, c);
  s1 = step(s1, r1, c);
  s2 = step(s2, r2, c);
  s3 = step(s3, r3, c);
  c = f64x2.splat(1 / 720.0);
  s0 = step(s0, r0, c);
  s1 = step(s1, r1, c);
  s2 = step(s2, r2, c);
  s3 = step(s3, r3, c);
  c = f64x2.splat(1 / 120.0);
  s0 = step(s0, r0, c);
  s1 = step(s1, r1, c);
  s2 = step(s2, r2, c);
  s3 = step(s3, r3, c);
  c = f64x2.splat(1 / 24.0);
  s0 = step(s0, r0, c);
  s1 = step(s1, r1, c);
  s2 = step(s2, r2, c);
  s3 = step(s3, r3, c);
  c = f64x2.splat(1 / 6.0);
  s0 = step(s0, r0, c);
  s1 = step(s1, r1, c);
  s2 = step(s2, r2, c);
  s3 = step(s3, r3, c);
  c = f64x2.splat(0.5);
  s0 = step(s0, r0, c);
  s1 = step(s1, r1, c);
  s2 = step(s2, r2, c);
  s3 = step(s3, r3, c);
  c = f64x2.splat(1);
  s0 = step(s0, r0, c);
  s1 = step(s1, r1, c);
  s2 = step(s2, r2, c);
  s3 = step(s3, r3, c);
  c = f64x2.splat(1);
  s0 = step(s0, r0, c);
  s1 = step(s1, r1, c);
  s2 = step(s2, r2, c);
  s3 = step(s3, r3, c);
  v128.store(first, scaled(s0, n0));
  v128.store(first, scaled(s1, n1), 16);
  v128.store(second, scaled(s2, n2));
  v128.store(second, scaled(s3, n3), 16);
}

/** The integer nearest to x / ln 2. */
function halvings(x: v128): v128 {
  const raised = f64x2.add(f64x2.mul(x, f64x2.splat(1.4426950408889634)), f64x2.splat(rounding));
  return f64x2.sub(raised, f64x2.splat(rounding));
}

/** x − n ln 2 */
function remainder(x: v128, n: v128): v128 {
  return f64x2.sub(f64x2.sub(x, f64x2.mul(n, f64x2.splat(ln2High))), f64x2.mul(n, f64x2.splat(ln2Low)));
}

/** One step of Horner's scheme. */
function step(sum: v128, r: v128, coefficient: v128): v128 {
  return f64x2.add(f64x2.mul(sum, r), coefficient);
}

/**
 * 2ⁿ times a number, in two factors, as results below the normal range need n down to −1075. From −1076 on it is zero,
 * and said so: to find that a product is too small takes a processor a hundred times as long.
 */
function scaled(value: v128, n: v128): v128 {
  const near = f64x2.pmax(n, f64x2.splat(-1000));
  const rest = v128.and(power(f64x2.sub(n, near)), f64x2.gt(n, f64x2.splat(-1076)));
  return f64x2.mul(f64x2.mul(value, power(near)), rest);
}

/** 2ⁿ for integers n from −1022 to 1023. */
function power(n: v128): v128 {
  return i64x2.shl(f64x2.add(n, f64x2.splat(rounding + 1023)), 52);
}
