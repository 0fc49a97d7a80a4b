import { expOfNegative } from './exponentials.js';
import { polynomial } from './polynomial.js';
import { abs, add, constant, div, less, mul, neg, pseudoMax, select, sub, type Vector } from './vector.js';

/** 1 / (1 + e^−x): as e^x / (1 + e^x) below 0, so that small values keep their digits. */
export function sigmoid(x: Vector): Vector {
  const e = expOfNegative(neg(abs(x)));
  const sum = add(e, constant(1));
  const quotient = div(select(e, constant(1), less(x, constant(0))), sum);
  // What the sum lacks by rounding counts below 0, where 1 / (1 + e) is 1 less the quotient; above, it hardly does.
  const lost = sub(e, sub(sum, constant(1)));
  return sub(quotient, mul(mul(quotient, lost), sub(constant(1), quotient)));
}

/**
 * ln(1 + e^x) = max(x, 0) + ln(1 + e) with e = e^−|x| ≤ 1, where ln(1 + e) = e − e² q(e), q being a minimax polynomial, to
 * 1e-9 of it.
 */
export function softplus(x: Vector): Vector {
  const e = expOfNegative(neg(abs(x)));
  const tail = polynomial(
    e,
    [
      -0.333331168, 0.24993822, -0.1993054, 0.162463844, -0.127242744, 0.0865868852, -0.0448922962,
      0.0149711026, -0.00233562454,
    ],
  );
  const curved = mul(mul(e, e), add(mul(e, tail), constant(0.5)));
  // A pseudo-maximum hands on a NaN that is its first operand.
  return add(sub(pseudoMax(x, constant(0)), curved), e);
}
