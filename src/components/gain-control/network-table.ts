import { mean } from 'd3-array';
import { decimals } from '../../lib/text/number.js';
import { extremes, flankRepulsion } from '../../papers/gain-control/adaptation.js';
import type { Rows } from '../../papers/gain-control/tables.js';
import { table, type TableColumn } from '../table.js';
import { networks } from './series.js';

interface NetworkSummary {
  readonly network: string;
  readonly gain: number;
  readonly maximum: number;
  readonly farMaximum: number;
  readonly minimum: number;
  readonly repulsion: number;
  readonly variation: number;
  readonly correlation: number;
}

const column = (
  name: string,
  key: Exclude<keyof NetworkSummary, 'network'>,
  digits = 3,
): TableColumn<NetworkSummary> => ({
  name,
  value: (row) => row[key],
  format: (row) => decimals(row[key], digits),
});

const columns: readonly TableColumn<NetworkSummary>[] = [
  { name: 'Network', value: ({ network }) => networks.label(network) },
  column('Gain at the adapter, over control', 'gain'),
  column('Maximum at it, over control', 'maximum'),
  column('Maximum far from it', 'farMaximum'),
  column('Change of the minimum at it', 'minimum'),
  column('Repulsion of the flank (°)', 'repulsion', 2),
  column('Variation, adapted over frozen', 'variation'),
  column('Change of the correlation', 'correlation', 4),
];

/** The networks side by side, at one probability of the adapter. */
export function networkTable(
  effects: Rows['effects'],
  states: Rows['states'],
  probability: number,
): HTMLElement {
  const rows = networks.ids.map((network): NetworkSummary => {
    const isOwn = (row: { readonly network: string; readonly p_adapter: number }) =>
      row.network === network && row.p_adapter === probability;
    const neurons = effects.filter(isOwn);
    const { at, far } = extremes(neurons);
    const own = states.filter(isOwn);
    const frozen = own.find(({ state }) => state === 'frozen')!;
    const adaptive = own.find(({ state }) => state === 'adaptive')!;
    return {
      network,
      gain: at.g1 / at.g0,
      maximum: at.max_ratio,
      farMaximum: far.max_ratio,
      minimum: at.min_change,
      repulsion: mean(flankRepulsion(neurons))!,
      variation: adaptive.variation! / frozen.variation!,
      correlation: adaptive.correlation - frozen.correlation,
    };
  });
  const caption = `Effects of adaptation by network, adapter shown with probability ${Number(probability.toFixed(3))}`;
  return table(rows, columns, { caption, file: 'gain-control-networks' });
}
