import type { Random } from '../../lib/statistics/random.js';
import { coordinateQuery, expectation, randomQuery } from './bit-universe.js';

export interface AggregateAttackOptions {
  /** The distribution, over a universe of 2^bits elements. */
  readonly truth: Float64Array;
  /** Number m of random queries. */
  readonly queries: number;
  readonly source: Random;
  /** The mechanism under attack: answers a query `[2^bits]`. */
  answer(query: Float64Array): number;
}

/** One query of the attack. */
export interface AttackStep {
  /** Counted from 1; the last is the aggregate. */
  readonly query: number;
  /** Distance of the answer from the truth. */
  readonly error: number;
  /** The largest of these so far. */
  readonly maxError: number;
}

/**
 * An adaptive analyst on a finite universe: asks for every bit, then m random functions q_j, then
 * sign(Σ_j sign(a_j − P[q_j]) q_j) over all of them, which adds up whatever the answers a_j gave away of the sample.
 * It knows the truth P: a worst case.
 */
export function* aggregateAttack({
  truth,
  queries,
  source,
  answer,
}: AggregateAttackOptions): Generator<AttackStep, void, void> {
  const bits = Math.log2(truth.length);
  const votes = new Float64Array(truth.length);
  let asked = 0;
  let maxError = 0;
  const ask = (query: Float64Array): AttackStep => {
    const difference = answer(query) - expectation(truth, query);
    const sign = Math.sign(difference);
    for (let i = 0; i < votes.length; i++) votes[i] += sign * query[i];
    const error = Math.abs(difference);
    maxError = Math.max(maxError, error);
    return { query: ++asked, error, maxError };
  };
  for (let bit = 0; bit < bits; bit++) yield ask(coordinateQuery(bit, bits));
  for (let j = 0; j < queries; j++) yield ask(randomQuery(truth.length, source));
  yield ask(votes.map(Math.sign));
}
