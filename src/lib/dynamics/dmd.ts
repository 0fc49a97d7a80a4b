import { leadingEigenvectors } from '../statistics/leading-eigenvectors.js';
import { type ComplexValues, eigenvalues } from './eigenvalues.js';
import { eigenvectors } from './eigenvectors.js';
import { linearOperator, rollOut } from './linear-operator.js';
import { stateCount } from './vector-field.js';

/** A linear model of states, within the span of a few directions. */
export interface Dmd {
  /** The left singular vectors of the states before a step: orthonormal, `[rank, dimension]`. */
  readonly basis: Float64Array;
  /** One step of the coordinates along the basis, `[rank, rank]`, row convention. */
  readonly operator: Float64Array;
  /** Its eigenvalues, `[rank]`, of largest modulus first. */
  readonly values: ComplexValues;
  /** The direction that each multiplies, of length one, `[rank, dimension]`. */
  readonly modes: ComplexValues;
}

/**
 * Dynamic mode decomposition, y ≈ U Ã Uᵀ x with the `rank` leading left singular vectors U of the states x (P. Schmid,
 * *J. Fluid Mech.* 656, 2010, "projected" modes). Without truncation it is {@link linearOperator}.
 *
 * @param before, after `[n, dimension]`: states, and what they are one step later.
 * @throws {RangeError} if the shapes differ, or the states span less than `rank` dimensions.
 */
export function dmd(before: Float64Array, after: Float64Array, dimension: number, rank: number): Dmd {
  const n = stateCount(before, dimension);
  /** Of each row v, Xᵀ X v. */
  const multiply = (vectors: Float64Array) => {
    const products = new Float64Array(vectors.length);
    for (let v = 0; v < vectors.length; v += dimension)
      for (let at = 0; at < n * dimension; at += dimension) {
        let along = 0;
        for (let c = 0; c < dimension; c++) along += before[at + c] * vectors[v + c];
        for (let c = 0; c < dimension; c++) products[v + c] += along * before[at + c];
      }
    return products;
  };
  const { vectors: basis } = leadingEigenvectors(multiply, dimension, rank, 1e-12);
  const operator = linearOperator(coordinates(before, basis, rank), coordinates(after, basis, rank), rank);
  const values = eigenvalues(operator);
  // Eigenvectors for columns, which the transpose multiplies.
  const weights = eigenvectors(
    operator.map((_, at) => operator[(at % rank) * rank + Math.floor(at / rank)]),
    values,
  );
  return {
    ...{ basis, operator, values },
    modes: { re: combine(weights.re, basis, rank), im: combine(weights.im, basis, rank) },
  };
}

/** What the model makes of states `[n, dimension]` in `steps` steps: `[n, steps, dimension]`. */
export function dmdForecast({ basis, operator }: Dmd, states: Float64Array, steps: number): Float64Array {
  const rank = Math.sqrt(operator.length);
  return combine(rollOut(operator, coordinates(states, basis, rank), steps), basis, rank);
}

/** Coordinates of states along an orthonormal basis, `[n, rank]`. */
function coordinates(states: Float64Array, basis: Float64Array, rank: number): Float64Array {
  const dimension = basis.length / rank;
  const along = new Float64Array(stateCount(states, dimension) * rank);
  for (let at = 0, to = 0; at < states.length; at += dimension)
    for (let b = 0; b < basis.length; b += dimension, to++)
      for (let c = 0; c < dimension; c++) along[to] += states[at + c] * basis[b + c];
  return along;
}

/** Rows of weights `[m, rank]` times the basis: `[m, dimension]`. */
function combine(weights: Float64Array, basis: Float64Array, rank: number): Float64Array {
  const dimension = basis.length / rank;
  const rows = new Float64Array((weights.length / rank) * dimension);
  for (let at = 0; at < weights.length; at++) {
    const to = Math.floor(at / rank) * dimension;
    const from = (at % rank) * dimension;
    for (let c = 0; c < dimension; c++) rows[to + c] += weights[at] * basis[from + c];
  }
  return rows;
}
