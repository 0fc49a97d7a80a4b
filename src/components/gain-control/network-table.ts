import { escape, type ColumnTable } from 'arquero';
import { extremes, flankRepulsion } from '../../lib/gain-control/adaptation.js';
import { type TableColumn, table } from '../table.js';
import { networkIds, networkLabels, type EffectRow } from './rows.js';

interface NetworkRow {
  readonly network: string;
  readonly gain: number;
  readonly maxRatio: number;
  readonly farRatio: number;
  readonly minChange: number;
  readonly repulsion: number;
  readonly variation: number;
  readonly correlation: number;
}

const column = (
  name: string,
  key: Exclude<keyof NetworkRow, 'network'>,
  digits = 3,
): TableColumn<NetworkRow> => ({
  name,
  value: (row) => row[key],
  format: (row) => row[key].toFixed(digits).replace('-', '−'),
});

const columns: readonly TableColumn<NetworkRow>[] = [
  { name: 'Network', value: ({ network }) => networkLabels[network] },
  column('Gain at the adapter, over control', 'gain'),
  column('Maximum at it, over control', 'maxRatio'),
  column('Maximum far from it', 'farRatio'),
  column('Change of the minimum at it', 'minChange'),
  column('Repulsion of the flank (°)', 'repulsion', 2),
  column('Variation, adapted over frozen', 'variation'),
  column('Change of the correlation', 'correlation', 4),
];

/** The networks side by side, at one probability of the adapter. */
export function networkTable(effects: ColumnTable, states: ColumnTable, probability: number): HTMLElement {
  const rows = networkIds.map((network): NetworkRow => {
    const own = escape(
      (row: { network: string; p_adapter: number }) =>
        row.network === network && row.p_adapter === probability,
    );
    const neurons = (effects.filter(own).objects() as EffectRow[]).map((row) => ({
      ...row,
      dTheta: row.d_theta,
    }));
    const { at, far } = extremes(neurons);
    const shifts = flankRepulsion(neurons);
    const inState = states.filter(own).objects() as {
      state: string;
      variation: number;
      correlation: number;
    }[];
    const [frozen, adaptive] = ['frozen', 'adaptive'].map((id) => inState.find(({ state }) => state === id)!);
    return {
      network,
      gain: at.g1 / at.g0,
      maxRatio: at.max_ratio,
      farRatio: far.max_ratio,
      minChange: at.min_change,
      repulsion: shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length,
      variation: adaptive.variation / frozen.variation,
      correlation: adaptive.correlation - frozen.correlation,
    };
  });
  const caption = `Effects of adaptation by network, adapter shown with probability ${Number(probability.toFixed(3))}`;
  return table(rows, columns, { caption, file: 'gain-control-networks' });
}
