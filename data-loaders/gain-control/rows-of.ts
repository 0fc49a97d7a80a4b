import { exactly } from '../../src/lib/experiment/measuring.js';
import { escape, type ColumnTable } from 'arquero';
import type { Measurement } from '../../src/lib/experiment/claim.js';

/** A row of the table `effects`. */
export interface EffectRow {
  readonly dTheta: number;
  readonly g0: number;
  readonly g1: number;
  readonly max_ratio: number;
  readonly min_change: number;
  readonly shift: number;
}

/** A row of the table `states`. */
export interface StateRow {
  readonly variation: number;
  readonly correlation: number;
  readonly shared_norm: number;
}

/** The probability of the adapter by which claims are judged. */
export const judgedProbability = 0.35;

/** The rows of a network under the ensemble by which claims are judged. */
export function judged(table: ColumnTable, network: string): ColumnTable {
  return table.filter(
    escape(
      (row: { network: string; p_adapter: number }) =>
        row.network === network && row.p_adapter === judgedProbability,
    ),
  );
}

/** A network's neurons, under the ensemble by which claims are judged. */
export function neurons(effects: ColumnTable, network: string): EffectRow[] {
  return judged(effects, network).rename({ d_theta: 'dTheta' }).objects() as EffectRow[];
}

/** The mixed network in one state. */
export function stateOf(states: ColumnTable, state: string): StateRow {
  return judged(states, 'mixed')
    .filter(escape((row: { state: string }) => row.state === state))
    .object() as StateRow;
}

/** How many of some conditions fail. */
export function failing(conditions: readonly boolean[], detail: string): Measurement {
  const failed = conditions.filter((held) => !held).length;
  return exactly(failed, `of ${conditions.length} conditions fail`, detail);
}

/** Digits after the point, and a true minus. */
export function short(value: number, digits = 3): string {
  return value.toFixed(digits).replace('-', '−');
}
