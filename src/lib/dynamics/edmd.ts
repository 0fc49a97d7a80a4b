import { type ComplexValues, eigenvalues } from './eigenvalues.js';
import { eigenvectors } from './eigenvectors.js';
import { linearOperator } from './linear-operator.js';
import { stateCount } from './vector-field.js';

/** Functions of a state whose span is to hold the Koopman operator's action. */
export interface Dictionary {
  readonly size: number;
  /** Of states `[n, dimension]`, their values `[n, size]`. */
  features(states: Float64Array): Float64Array;
}

/** The Koopman operator, projected onto the span of a dictionary. */
export interface Edmd {
  /** `[size, size]`: ψ(x after a step) ≈ ψ(x) K. */
  readonly operator: Float64Array;
  /** `[size]`, of largest modulus first. */
  readonly values: ComplexValues;
  /** Row i: weights v of the eigenfunction φ_i(x) = ψ(x) v, for which φ_i(x after a step) ≈ λ_i φ_i(x). */
  readonly functions: ComplexValues;
}

/**
 * Extended dynamic mode decomposition: the least-squares operator on a dictionary of functions of the state
 * (M. Williams, I. Kevrekidis, C. Rowley, *J. Nonlinear Sci.* 25, 2015).
 *
 * @param before, after `[n, dimension]`: states, and what they are one step later.
 * @throws {RangeError} as {@link linearOperator}.
 */
export function edmd(before: Float64Array, after: Float64Array, dictionary: Dictionary, ridge = 0): Edmd {
  const { size } = dictionary;
  const operator = linearOperator(dictionary.features(before), dictionary.features(after), size, ridge);
  const values = eigenvalues(operator);
  return { operator, values, functions: eigenvectors(operator, values) };
}

/** All products of coordinates of a state of total degree up to `degree`, from 1 on, lower degrees first. */
export function monomials(dimension: number, degree: number): Dictionary {
  // Each but the first is an earlier one times one coordinate.
  const made: { from: number; by: number }[] = [{ from: -1, by: 0 }];
  for (let start = 0, d = 1; d <= degree; d++) {
    const end = made.length;
    for (let from = start; from < end; from++)
      for (let by = made[from].by; by < dimension; by++) made.push({ from, by });
    start = end;
  }
  const size = made.length;
  return {
    size,
    features(states) {
      const n = stateCount(states, dimension);
      const values = new Float64Array(n * size);
      for (let i = 0; i < n; i++)
        made.forEach(({ from, by }, k) => {
          values[i * size + k] = from < 0 ? 1 : values[i * size + from] * states[i * dimension + by];
        });
      return values;
    },
  };
}
