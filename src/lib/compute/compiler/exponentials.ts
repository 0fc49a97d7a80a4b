import { polynomial } from './polynomial.js';
import { withSignOf } from './signs.js';
import {
  abs,
  add,
  addIntegers,
  constant,
  div,
  greater,
  integer,
  less,
  mul,
  pseudoMax,
  pseudoMin,
  select,
  shiftLeft,
  shiftRight,
  sub,
  subIntegers,
  type Vector,
} from './vector.js';

// ln 2 in two parts: the first has sixteen digits, so that its product with an exponent is exact.
export const ln2High = 0xb172 / 2 ** 16;
export const ln2Low = Math.LN2 - ln2High;

/** Adding it rounds a float below 2²² to an integer, which is then the lowest digits of the sum. */
const rounder = 1.5 * 2 ** 23;
const bitsOfRounder = 0x4b400000;
const bitsOfOne = 0x3f800000;

/** x = n ln 2 + r with the integer n and |r| ≤ ½ ln 2. */
interface Reduced {
  /** n as a float. */
  readonly n: Vector;
  /** A float of which n is the lowest digits. */
  readonly rounded: Vector;
  readonly r: Vector;
  /** What r lacks by rounding. */
  readonly lost: Vector;
}

/** @param rest what x has beyond its last digit */
function reduce(x: Vector, rest?: Vector): Reduced {
  const rounded = add(mul(x, constant(Math.LOG2E)), constant(rounder));
  const n = sub(rounded, constant(rounder));
  const high = sub(x, mul(n, constant(ln2High)));
  const product = mul(n, constant(ln2Low));
  const low = rest === undefined ? product : sub(product, rest);
  const r = sub(high, low);
  return { n, rounded, r, lost: sub(sub(high, r), low) };
}

/** 2ⁿ for integers n from −126 to 127, of which only the lowest nine digits count. */
export const powerOfTwo = (n: Vector): Vector => addIntegers(shiftLeft(n, 23), integer(bitsOfOne));

/** eʳ − 1 − r = r² q(r) for |r| ≤ ½ ln 2; q is a minimax polynomial, to 1.5e-9 of eʳ. */
const curved = (r: Vector): Vector =>
  mul(mul(r, r), polynomial(r, [0.5, 0.166666478, 0.0416664816, 0.008337887, 0.00139356242, 0.000172599277]));

/** eˣ with denormal results: 2ⁿ in two factors. */
function scaledExp(x: Vector, rest?: Vector): Vector {
  const reduced = reduce(x, rest);
  const n = subIntegers(reduced.rounded, integer(bitsOfRounder));
  const half = shiftRight(n, 1);
  const power = add(add(reduced.r, add(curved(reduced.r), reduced.lost)), constant(1));
  return mul(mul(power, powerOfTwo(half)), powerOfTwo(subIntegers(n, half)));
}

/** eˣ; from 89 on it is infinite, and below −104 zero. */
export const exp = (x: Vector): Vector =>
  // Pseudo-minima and -maxima hand on a NaN that is their first operand.
  scaledExp(pseudoMax(pseudoMin(x, constant(89)), constant(-104)));

/** e^(x + rest) for x ≤ 0; `rest` is below the last digits of x. */
export const expOfNegative = (x: Vector, rest?: Vector): Vector =>
  scaledExp(pseudoMax(x, constant(-104)), rest);

/** eˣ for x from −87 to 88. */
export function expOfNormal(x: Vector): Vector {
  const reduced = reduce(x);
  return mul(add(add(reduced.r, curved(reduced.r)), constant(1)), powerOfTwo(reduced.rounded));
}

/**
 * eˣ − 1 where `power` is 2ⁿ, as (2ⁿ r − (1 − 2ⁿ)) + 2ⁿ (eʳ − 1 − r): as the terms of the first difference may cancel, what it
 * loses by rounding is added again. Keeps the sign of zero.
 */
function expm1OfParts(r: Vector, power: Vector): Vector {
  const gap = sub(constant(1), power);
  const linear = mul(power, r);
  const sum = sub(linear, gap);
  const excess = sub(add(sum, gap), linear);
  return sub(sum, sub(excess, mul(power, curved(r))));
}

/** eˣ − 1. */
export function expm1(x: Vector): Vector {
  // Below −18 it rounds to −1, and from 89 on it is infinite.
  const reduced = reduce(pseudoMax(pseudoMin(x, constant(89)), constant(-18)));
  // 2¹²⁸ is no float, its half is; a mask is the integer −1.
  const large = greater(reduced.n, constant(127));
  const half = expm1OfParts(reduced.r, powerOfTwo(addIntegers(reduced.rounded, large)));
  return mul(half, select(constant(2), constant(1), large));
}

/**
 * tanh x: below 0.55 in magnitude x + x³ p(x²), p being a minimax polynomial, to 3e-9 of the whole; beyond it 1 − 2 / (e^2|x| + 1)
 * with the sign of x.
 */
export function tanh(x: Vector): Vector {
  const magnitude = abs(x);
  const square = mul(x, x);
  const inner = mul(
    mul(magnitude, square),
    polynomial(square, [-0.333333164, 0.133325398, -0.0538457558, 0.0210394226, -0.0062225014]),
  );
  // From |x| = 10 on it rounds to ±1.
  const exponential = expOfNormal(pseudoMin(add(magnitude, magnitude), constant(20)));
  const outer = sub(constant(1), div(constant(2), add(exponential, constant(1))));
  return withSignOf(x, select(add(magnitude, inner), outer, less(magnitude, constant(0.55))));
}
