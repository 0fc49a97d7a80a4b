import { flatRollup, max, mean, min } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import { significant } from '../../lib/text/number.js';
import { type SystemId, systemLabels, type tables } from '../../papers/information-koopman/tables.js';
import { table, type TableColumn } from '../table.js';
import { variants } from './series.js';

type MemberRow = RowsOf<typeof tables>['members'][number];

/** A variant on a system: means over seeds. */
interface VariantRow {
  readonly variant: string;
  readonly seeds: number;
  readonly d_eff: number;
  readonly least: number;
  readonly most: number;
  readonly variance: number;
  readonly residual: number;
  readonly collapsed: number;
}

const number = (value: number) => significant(value);

const columns: readonly TableColumn<VariantRow>[] = [
  { name: 'Variant', value: ({ variant }) => variants.label(variant) },
  {
    name: 'Effective dimension [range]',
    value: ({ d_eff }) => d_eff,
    format: ({ d_eff, least, most }) => `${number(d_eff)} [${number(least)}, ${number(most)}]`,
  },
  { name: 'Latent variance', value: ({ variance }) => variance, format: (row) => number(row.variance) },
  {
    name: 'Relative residual',
    value: ({ residual }) => residual,
    format: (row) => number(row.residual),
  },
  { name: '|λ| < ½', value: ({ collapsed }) => collapsed, format: (row) => number(row.collapsed) },
];

/** What the trained models of a system are like. */
export function memberTable(members: readonly MemberRow[], system: SystemId): HTMLElement {
  const rows = flatRollup(
    members.filter((row) => row.system === system),
    (seeds) => {
      const average = (column: 'd_eff' | 'variance' | 'residual' | 'collapsed') =>
        mean(seeds, (row) => row[column])!;
      return {
        seeds: seeds.length,
        d_eff: average('d_eff'),
        least: min(seeds, ({ d_eff }) => d_eff)!,
        most: max(seeds, ({ d_eff }) => d_eff)!,
        variance: average('variance'),
        residual: average('residual'),
        collapsed: average('collapsed'),
      };
    },
    ({ variant }) => variant,
  ).map(([variant, measured]): VariantRow => ({ variant, ...measured }));
  return table(rows, columns, {
    caption: `Latents of the ${systemLabels[system]}, means over ${rows[0]?.seeds ?? 0} seeds`,
    file: `information-koopman-${system}`,
  });
}
