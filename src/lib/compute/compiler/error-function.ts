import { expOfNegative, expOfNormal } from './exponentials.js';
import { polynomial } from './polynomial.js';
import { withSignOf } from './signs.js';
import {
  abs,
  add,
  and,
  constant,
  div,
  greater,
  integer,
  less,
  mul,
  pseudoMax,
  pseudoMin,
  select,
  sub,
  type Vector,
} from './vector.js';

/** From here on, erf x is 1 − e^p(x) rather than a polynomial. */
const switchAt = 0.92;

/**
 * The error function: x + x p(x²) below {@link switchAt} in magnitude, p to 9e-10 of erf x / x; beyond it
 * 1 − e^p(|x|), p being ln erfc, to 1.6e-9 of erf x. Both are minimax polynomials.
 */
export function erf(x: Vector): Vector {
  // At 3.95 it rounds to 1. Pseudo-minima hand on a NaN that is their first operand.
  const magnitude = pseudoMin(abs(x), constant(3.95));
  const inner = mul(
    x,
    polynomial(
      mul(x, x),
      [0.128379166, -0.376126289, 0.112836257, -0.0268557295, 0.00519239251, -0.000804951473, 7.99504778e-5],
    ),
  );
  const exponent = polynomial(
    magnitude,
    [-0.00019568493, -1.12767553, -0.637182534, -0.103931181, 0.0222266037, -0.00304309512, 0.000195918503],
  );
  const outer = withSignOf(x, sub(constant(1), expOfNormal(exponent)));
  return select(add(x, inner), outer, less(magnitude, constant(switchAt)));
}

/** Φ(−a) = e^(−a²/2) h / (a + 4) for a = |x|, Φ being the standard normal distribution function. */
interface NormalTail {
  readonly a: Vector;
  /** e^(−a²/2). */
  readonly exponential: Vector;
  /** a / (a + 4). */
  readonly s: Vector;
  readonly h: Vector;
}

function normalTail(x: Vector): NormalTail {
  // From 14.6 on, a Φ(−a) is below half of the least float.
  const a = pseudoMin(abs(x), constant(14.6));
  // The square of the first twelve digits is exact; what it lacks is small.
  const high = and(a, integer(0xfffff000));
  const rest = mul(sub(a, high), add(a, high));
  const exponential = expOfNegative(mul(mul(high, high), constant(-0.5)), mul(rest, constant(-0.5)));
  const s = div(a, add(a, constant(4)));
  // A polynomial in s less 5/16, about which its terms cancel little; close to the minimax one, to 1e-8 of it.
  const h = polynomial(
    sub(s, constant(0.3125)),
    [
      1.04876268, -1.98047888, 2.60256934, -2.2642076, 1.03327191, 0.133010611, -0.406232029, 0.0466418043,
      0.161432549, -0.0694053918,
    ],
  );
  return { a, exponential, s, h };
}

/**
 * x Φ(x) = max(x, 0) − |x| Φ(−|x|), Φ being the standard normal distribution function; within five units in the last
 * place, also where Φ is small.
 */
export function gelu(x: Vector): Vector {
  const { exponential, s, h } = normalTail(x);
  return sub(pseudoMax(x, constant(-0)), mul(exponential, mul(s, h)));
}

const densityAtZero = 1 / Math.sqrt(2 * Math.PI);

/**
 * The derivative of {@link gelu}: Φ(x) + x φ(x), φ being the density, and for x > 0 what its value at −x lacks to 1. Near its
 * zero at −0.7518 the error is as at the neighbouring values, not relative.
 */
export function geluDerivative(x: Vector): Vector {
  const { a, exponential, h } = normalTail(x);
  const ratio = div(h, add(a, constant(4)));
  const below = mul(exponential, sub(ratio, mul(a, constant(densityAtZero))));
  return select(sub(constant(1), below), below, greater(x, constant(0)));
}
