import { expOfNegative } from './exponentials.js';
import { polynomial } from './polynomial.js';
import { abs, add, constant, div, less, mul, neg, pseudoMax, select, sub, type Vector } from './vector.js';

/** 1 / (1 + e^−x): as e^x / (1 + e^x) below 0, so that small values keep their digits. */
export function sigmoid(x: Vector): Vector {
  const e = expOfNegative(neg(abs(x)));
  return div(select(e, constant(1), less(x, constant(0))), add(e, constant(1)));
}

/**
 * ln(1 + e^x) = max(x, 0) + ln(1 + e) with e = e^−|x| ≤ 1, where ln(1 + e) = e − e² q(e), q being a minimax polynomial, to
 * 1e-9 of it.
 */
export function softplus(x: Vector): Vector {
  const e = expOfNegative(neg(abs(x)));
  const curved = mul(
    mul(e, e),
    polynomial(
      e,
      [
        0.5, -0.333331168, 0.24993822, -0.1993054, 0.162463844, -0.127242744, 0.0865868852, -0.0448922962,
        0.0149711026, -0.00233562454,
      ],
    ),
  );
  // A pseudo-maximum hands on a NaN that is its first operand.
  return add(pseudoMax(x, constant(0)), sub(e, curved));
}
