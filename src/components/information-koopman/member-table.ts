import { escape, op, type ColumnTable } from 'arquero';
import { significant } from '../../lib/text/number.js';
import { type TableColumn, table } from '../table.js';
import { variantLabel } from './variants.js';

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

const columns: readonly TableColumn<VariantRow>[] = [
  { name: 'Variant', value: ({ variant }) => variantLabel(variant) },
  {
    name: 'Effective dimension [range]',
    value: ({ d_eff }) => d_eff,
    format: ({ d_eff, least, most }) =>
      `${significant(d_eff)} [${significant(least)}, ${significant(most)}]`,
  },
  { name: 'Latent variance', value: ({ variance }) => variance, format: (row) => significant(row.variance) },
  {
    name: 'Relative residual',
    value: ({ residual }) => residual,
    format: (row) => significant(row.residual),
  },
  { name: '|λ| < ½', value: ({ collapsed }) => collapsed, format: (row) => significant(row.collapsed) },
];

/** What the trained models of a system are like. */
export function memberTable(members: ColumnTable, system: string, label: string): HTMLElement {
  const rows = members
    .filter(escape((row: { system: string }) => row.system === system))
    .groupby('variant')
    .rollup({
      seeds: op.count(),
      d_eff: op.mean('d_eff'),
      least: op.min('d_eff'),
      most: op.max('d_eff'),
      variance: op.mean('variance'),
      residual: op.mean('residual'),
      collapsed: op.mean('collapsed'),
    })
    .objects() as VariantRow[];
  return table(rows, columns, {
    caption: `Latents of the ${label}, means over ${rows[0]?.seeds ?? 0} seeds`,
    file: `information-koopman-${system}`,
  });
}
