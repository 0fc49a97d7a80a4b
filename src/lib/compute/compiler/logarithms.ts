import { ln2High, ln2Low, powerOfTwo } from './exponentials.js';
import { polynomial } from './polynomial.js';
import {
  add,
  addIntegers,
  and,
  constant,
  equal,
  greater,
  integer,
  less,
  mul,
  pseudoMax,
  select,
  shiftLeft,
  shiftRight,
  sub,
  subIntegers,
  toFloat,
  type Vector,
} from './vector.js';

const bitsOfRoot2 = 0x3fb504f3;
const leastNormal = 2 ** -126;

/** The integer j for which 2ʲ x is between √½ and √2. */
const exponentToOne = (x: Vector): Vector => shiftRight(subIntegers(integer(bitsOfRoot2), x), 23);

/**
 * ln(1 + f) − j ln 2 for √½ ≤ 1 + f ≤ √2. There ln(1 + f) = f − f² q(f), q being a minimax polynomial, to 7e-9 of it.
 * Where j = 0, the sign of f = 0 is kept.
 */
function logarithmOfParts(f: Vector, j: Vector): Vector {
  const curved = mul(
    mul(f, f),
    polynomial(
      f,
      [
        0.499999911, -0.333333105, 0.250013709, -0.200028971, 0.166140229, -0.141665369, 0.131910592,
        -0.12982884, 0.0783775523,
      ],
    ),
  );
  return sub(sub(f, add(curved, mul(j, constant(ln2Low)))), mul(j, constant(ln2High)));
}

/** The logarithm where `argument` is above 0; else −∞ at 0 and NaN below. Infinite and NaN arguments come out themselves. */
function withLimits(logarithm: Vector, argument: Vector): Vector {
  const atMostZero = select(constant(-Infinity), constant(NaN), equal(argument, constant(0)));
  return select(
    select(logarithm, atMostZero, greater(argument, constant(0))),
    argument,
    less(argument, constant(Infinity)),
  );
}

/** ln x. */
export function log(x: Vector): Vector {
  const denormal = less(x, constant(leastNormal));
  const normal = select(mul(x, constant(2 ** 24)), x, denormal);
  const j = exponentToOne(normal);
  const f = sub(addIntegers(normal, shiftLeft(j, 23)), constant(1));
  return withLimits(logarithmOfParts(f, toFloat(addIntegers(j, and(denormal, integer(24))))), x);
}

/** ln(1 + x). */
export function log1p(x: Vector): Vector {
  const sum = add(x, constant(1));
  const j = exponentToOne(sum);
  // 2ʲ (1 + x) − 1 by the exact x, not by the rounded sum; it is exact itself, or nearly. 2⁻¹²⁸ would come out as −∞.
  const power = pseudoMax(powerOfTwo(j), constant(0));
  const f = sub(addIntegers(x, shiftLeft(j, 23)), sub(constant(1), power));
  return withLimits(logarithmOfParts(f, toFloat(j)), sum);
}
