import { add, constant, mul, type Vector } from './vector.js';

/** Σ cᵢ xⁱ by Horner's rule; coefficients in ascending order. */
export function polynomial(x: Vector, coefficients: readonly number[]): Vector {
  return coefficients.map(constant).reduceRight((sum, coefficient) => add(mul(sum, x), coefficient));
}
