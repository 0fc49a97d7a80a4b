import { meanInterval } from '../../lib/statistics/interval.js';
import { table, type TableColumn } from '../table.js';
import { armGroups, armLabels } from './arms.js';
import { type Matched, meanOf } from './comparison.js';

/** An arm over all seeds. */
interface ArmRow {
  readonly arm: string;
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

const digits = (value: number | null, count = 3) =>
  value === null ? '–' : value.toFixed(count).replace('-', '−');

const columns: readonly TableColumn<ArmRow>[] = [
  { name: 'Tuned', value: ({ arm }) => armLabels[arm] },
  { name: 'Numbers tuned', value: ({ trainable }) => trainable },
  {
    name: 'Forgetting (nats) [95 % interval]',
    value: ({ forget }) => forget,
    format: ({ forget, low, high }) => `${digits(forget)} [${digits(low)}, ${digits(high)}]`,
  },
  {
    name: 'Seeds in which “lowest κ” forgot less',
    value: ({ behind }) => behind,
    format: ({ behind, reached }) => (behind === null ? '–' : `${behind} of ${reached}`),
  },
  { name: 'Steps', value: ({ step }) => step, format: ({ step }) => digits(step, 0) },
  {
    name: 'Test loss, new source (nats)',
    value: ({ b_test }) => b_test,
    format: ({ b_test }) => digits(b_test),
  },
  {
    name: 'Seeds that came there',
    value: ({ reached }) => reached,
    format: ({ reached, seeds }) => `${reached} of ${seeds}`,
  },
];

/** Every arm at matched adaptation, with what it cost elsewhere. */
export function matchedTable(matched: readonly Matched[], study: string): HTMLElement {
  const forgetOf = (arm: string, seed: number) =>
    matched.find((row) => row.arm === arm && row.seed === seed)?.forget ?? null;
  const rows = Object.values(armGroups)
    .flat()
    .map((arm): ArmRow => {
      const of = matched.filter((row) => row.arm === arm);
      const there = of.filter(({ forget }) => forget !== null);
      const { value, low, high } = meanInterval(there.map(({ forget }) => forget!));
      const less = there.filter(({ seed, forget }) => (forgetOf('low', seed) ?? Infinity) < forget!).length;
      return {
        arm,
        trainable: of[0].trainable,
        reached: there.length,
        seeds: of.length,
        forget: value,
        low,
        high,
        behind: arm === 'low' ? null : less,
        step: meanOf(there.map(({ step }) => step)),
        b_test: meanOf(there.map(({ b_test }) => b_test)),
      };
    });
  return table(rows, columns, {
    caption: `Arms where their loss on the new source’s training data is the same, study “${study}”; means over seeds`,
    file: `condition-number-matched-${study}`,
  });
}
