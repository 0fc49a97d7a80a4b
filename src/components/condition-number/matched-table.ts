import { mean } from 'd3-array';
import { meanInterval } from '../../lib/statistics/interval.js';
import { decimals } from '../../lib/text/number.js';
import type { Arm } from '../../papers/condition-number/tables.js';
import { table, type TableColumn } from '../table.js';
import {
  type CurveRow,
  type MatchedNetwork,
  matchedNetworks,
  type MatchedSettings,
} from './matched-networks.js';
import { arms } from './series.js';

/** An arm over all seeds. */
interface ArmRow {
  readonly arm: Arm;
  readonly trainable: number;
  readonly reached: number;
  readonly seeds: number;
  readonly forget: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly behind: number | null;
  readonly step: number | null;
  readonly b_test: number | null;
}

const number = (value: number | null, digits = 3) => (value === null ? '–' : decimals(value, digits));

const columns: readonly TableColumn<ArmRow>[] = [
  { name: 'Tuned', value: ({ arm }) => arms.label(arm) },
  { name: 'Numbers tuned', value: ({ trainable }) => trainable },
  {
    name: 'Forgetting (nats) [95 % interval]',
    value: ({ forget }) => forget,
    format: ({ forget, low, high }) => `${number(forget)} [${number(low)}, ${number(high)}]`,
  },
  {
    name: 'Seeds in which “lowest κ” forgot less',
    value: ({ behind }) => behind,
    format: ({ behind, reached }) => (behind === null ? '–' : `${behind} of ${reached}`),
  },
  { name: 'Steps', value: ({ step }) => step, format: ({ step }) => number(step, 0) },
  {
    name: 'Test loss, new source (nats)',
    value: ({ b_test }) => b_test,
    format: ({ b_test }) => number(b_test),
  },
  {
    name: 'Seeds that came there',
    value: ({ reached }) => reached,
    format: ({ reached, seeds }) => `${reached} of ${seeds}`,
  },
];

/** Every arm at matched adaptation, with what it cost elsewhere. */
export function matchedTable(curves: readonly CurveRow[], settings: MatchedSettings): HTMLElement {
  const matched = matchedNetworks(curves, settings);
  const lowest = new Map(
    matched.flatMap(({ arm, seed, forget }) =>
      arm === 'low' && forget !== null ? [[seed, forget] as const] : [],
    ),
  );
  const rows = arms.ids.map((arm) =>
    armRow(
      arm,
      matched.filter((row) => row.arm === arm),
      lowest,
    ),
  );
  return table(rows, columns, {
    caption: `Arms where their loss on the new source’s training data is the same, study “${settings.study}”; means over seeds`,
    file: `condition-number-matched-${settings.study}`,
  });
}

/** @param lowest what the arm of lowest κ forgot, by seed */
function armRow(arm: Arm, own: readonly MatchedNetwork[], lowest: ReadonlyMap<number, number>): ArmRow {
  const there = own.flatMap(({ seed, forget }) => (forget === null ? [] : [{ seed, forget }]));
  const { value: forget, low, high } = meanInterval(there.map((row) => row.forget));
  const less = there.filter((row) => (lowest.get(row.seed) ?? Infinity) < row.forget).length;
  return {
    arm,
    trainable: own[0].trainable,
    reached: there.length,
    seeds: own.length,
    forget,
    low,
    high,
    behind: arm === 'low' ? null : less,
    step: mean(own, ({ step }) => step) ?? null,
    b_test: mean(own, ({ b_test }) => b_test) ?? null,
  };
}
