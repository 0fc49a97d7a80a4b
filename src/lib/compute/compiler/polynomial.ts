import { add, constant, mul, type Vector } from './vector.js';

/**
 * Σ cᵢ xⁱ, coefficients in ascending order, by Estrin's scheme: neighbouring terms are joined to pairs, then pairs with the
 * powers x², x⁴, …. Horner's rule would wait for each product and sum in turn.
 */
export function polynomial(x: Vector, coefficients: readonly number[]): Vector {
  let terms: readonly Vector[] = coefficients.map(constant);
  for (let power = x; terms.length > 1; power = mul(power, power)) {
    const by = power;
    const joined: Vector[] = [];
    for (let i = 0; i < terms.length; i += 2)
      joined.push(i + 1 < terms.length ? add(terms[i], mul(terms[i + 1], by)) : terms[i]);
    terms = joined;
  }
  return terms[0];
}
