import type { EffectRow, NetworkId, Rows } from '../../src/papers/gain-control/tables.js';

/** The probability of the adapter by which claims are judged. */
const judgedProbability = 0.35;

/** A network's neurons, under the ensemble by which claims are judged. */
export function neuronsOf(effects: Rows['effects'], network: NetworkId): EffectRow[] {
  return effects.filter((row) => row.network === network && row.p_adapter === judgedProbability);
}

/** The mixed network in one state, under that ensemble. */
export function inState(states: Rows['states'], state: Rows['states'][number]['state']) {
  return states.find(
    (row) => row.network === 'mixed' && row.p_adapter === judgedProbability && row.state === state,
  )!;
}
