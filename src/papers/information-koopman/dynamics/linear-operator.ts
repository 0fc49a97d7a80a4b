import { stateCount } from './vector-field.js';

/**
 * The matrix K that best takes states one step on: Σ ‖x_i K − y_i‖² + ridge ‖K‖² is least (row convention; K's
 * transpose multiplies columns). On the states themselves this is dynamic mode decomposition without truncation
 * (P. Schmid, *J. Fluid Mech.* 656, 2010; J. Tu et al., *J. Comput. Dyn.* 1, 2014), on features of them EDMD. By
 * Householder's QR, so with the accuracy of the states and not of their products.
 *
 * @param before, after `[n, dimension]`: x_i and y_i.
 * @returns `[dimension, dimension]`.
 * @throws {RangeError} if the shapes differ, or the states do not span the space and `ridge` is zero.
 */
export function linearOperator(
  before: Float64Array,
  after: Float64Array,
  dimension: number,
  ridge = 0,
): Float64Array {
  const n = stateCount(before, dimension);
  if (after.length !== before.length)
    throw new RangeError(`linearOperator: ${before.length} coordinates before, ${after.length} after a step`);
  const d = dimension;
  const rows = ridge > 0 ? n + d : n;
  if (rows < d) throw new RangeError(`linearOperator: ${n} states do not span ${d} dimensions`);
  // Columns, first of the states and then of what they are to become, below them the ridge.
  const columns = Array.from({ length: 2 * d }, (_, c) => {
    const source = c < d ? before : after;
    const column = new Float64Array(rows);
    for (let i = 0; i < n; i++) column[i] = source[i * d + (c % d)];
    if (ridge > 0 && c < d) column[n + c] = Math.sqrt(ridge);
    return column;
  });
  const diagonal = new Float64Array(d);
  for (let k = 0; k < d; k++) {
    const v = columns[k];
    const norm = Math.sqrt(v.reduce((sum, value, i) => (i < k ? 0 : sum + value * value), 0));
    diagonal[k] = v[k] > 0 ? -norm : norm;
    v[k] -= diagonal[k];
    const half = -diagonal[k] * v[k];
    if (half > 0)
      for (let c = k + 1; c < 2 * d; c++) {
        const column = columns[c];
        let product = 0;
        for (let i = k; i < rows; i++) product += v[i] * column[i];
        product /= half;
        for (let i = k; i < rows; i++) column[i] -= product * v[i];
      }
  }
  const largest = diagonal.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!diagonal.every((value) => Math.abs(value) > 1e-13 * largest))
    throw new RangeError(`linearOperator: the states do not span ${d} dimensions; a ridge is needed`);
  const K = new Float64Array(d * d);
  for (let c = 0; c < d; c++)
    for (let k = d - 1; k >= 0; k--) {
      let sum = columns[d + c][k];
      for (let j = k + 1; j < d; j++) sum -= columns[j][k] * K[j * d + c];
      K[k * d + c] = sum / diagonal[k];
    }
  return K;
}

/**
 * The states K, K², …, K^steps take each state to.
 *
 * @param operator `[dimension, dimension]`, row convention; @param states `[n, dimension]`.
 * @returns `[n, steps, dimension]`.
 */
export function rollOut(operator: Float64Array, states: Float64Array, steps: number): Float64Array {
  const d = Math.sqrt(operator.length);
  const n = stateCount(states, d);
  const path = new Float64Array(n * steps * d);
  for (let i = 0; i < n; i++) {
    let from = states.subarray(i * d, (i + 1) * d);
    for (let step = 0; step < steps; step++) {
      const to = path.subarray((i * steps + step) * d, (i * steps + step + 1) * d);
      for (let a = 0; a < d; a++) for (let b = 0; b < d; b++) to[b] += from[a] * operator[a * d + b];
      from = to;
    }
  }
  return path;
}

/**
 * What precedes and what follows each step within trajectories, none reaching from one trajectory to another.
 *
 * @param trajectories `[n, samples, dimension]`.
 * @returns `before` and `after`, both `[n (samples − 1), dimension]`.
 */
export function stepPairs(
  trajectories: Float64Array,
  samples: number,
  dimension: number,
): { readonly before: Float64Array; readonly after: Float64Array } {
  const n = stateCount(trajectories, samples * dimension);
  const length = (samples - 1) * dimension;
  const before = new Float64Array(n * length);
  const after = new Float64Array(n * length);
  for (let i = 0; i < n; i++) {
    const start = i * samples * dimension;
    before.set(trajectories.subarray(start, start + length), i * length);
    after.set(trajectories.subarray(start + dimension, start + dimension + length), i * length);
  }
  return { before, after };
}
