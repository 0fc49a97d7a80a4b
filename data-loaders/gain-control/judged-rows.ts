import { mean } from 'd3-array';
import type { EffectRow, NetworkId, Rows } from '../../src/papers/gain-control/tables.js';

/** The probability of the adapter by which claims are judged. */
const judgedProbability = 0.35;

/** A network's neurons, under the ensemble by which claims are judged. */
export function neuronsOf(effects: Rows['effects'], network: NetworkId): EffectRow[] {
  return effects.filter((row) => row.network === network && row.p_adapter === judgedProbability);
}

/** NaN where there is nothing. */
export const meanOf = (values: readonly number[]) => mean(values) ?? NaN;
