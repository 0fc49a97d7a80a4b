import * as Plot from '@observablehq/plot';
import { groups, mean, sort } from 'd3-array';
import { decimals } from '../../lib/text/number.js';
import { extremes, flankRepulsion } from '../../papers/gain-control/adaptation.js';
import type { EffectRow } from '../../papers/gain-control/tables.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines, reference } from '../marks.js';
import { panels } from '../panels.js';
import { networks } from './series.js';

export interface EffectsSettings {
  /** Ids of networks. */
  readonly networks: readonly string[];
}

/** The horizontal axis of figures that have a neuron at each place. */
export const relativePreference = {
  label: 'Preference relative to the adapter (°) →',
  domain: [-90, 90],
  ticks: [-90, -45, 0, 45, 90],
} as const;

/** Every third of 36 neurons, every fifteenth of 180: lines show the others. */
export const isMarked = ({ d_theta }: { readonly d_theta: number }) => Math.round(d_theta) % 15 === 0;

const effects = [
  {
    value: ({ g0, g1 }: EffectRow) => g1 / g0,
    label: '↑ Gain, adapted over control',
    unchanged: 1,
  },
  { value: (row: EffectRow) => row.max_ratio, label: '↑ Maximum, adapted over control', unchanged: 1 },
  { value: (row: EffectRow) => row.min_change, label: '↑ Change of the minimum', unchanged: 0 },
  { value: (row: EffectRow) => row.shift, label: '↑ Shift of the preference (°)', unchanged: 0 },
] as const;

/** Four effects of adaptation against the preference of the neuron relative to the adapter, a line a network. */
export function effectsFigure(
  rows: readonly EffectRow[],
  { networks: shown }: EffectsSettings,
  width: number,
): HTMLElement {
  // In the order of their distance from the adapter, so that lines do not jump.
  const neurons = sort(
    rows.filter(({ network }) => shown.includes(network)),
    ({ d_theta }) => d_theta,
  );
  const { color, symbol } = networks.scales(shown);
  return panels(width, {
    legend: networks.legend(shown),
    draw: (panel, narrow) =>
      effects.map(({ value, label, unchanged }, at) => {
        // Panels share their horizontal axis: it is named below the last of each column.
        const isLowest = at >= effects.length - (narrow ? 1 : 2);
        const place = { x: 'd_theta', y: value, by: 'network', series: networks } as const;
        return Plot.plot({
          ...figureStyle,
          width: panel,
          height: 230,
          grid: true,
          x: { ...relativePreference, label: isLowest ? relativePreference.label : null },
          y: { label, nice: true },
          color,
          symbol: { ...symbol, legend: false },
          marks: [
            Plot.ruleY([unchanged], { stroke: 'var(--ink-soft)' }),
            reference({ x: 0 }),
            lines(neurons, place),
            dots(neurons.filter(isMarked), place),
            Plot.tip(
              neurons,
              Plot.pointer({
                x: 'd_theta',
                y: value,
                title: (row: EffectRow) =>
                  `${networks.label(row.network)}, ${decimals(row.d_theta, 0)}°: ${decimals(value(row), 3)}`,
              }),
            ),
          ],
        });
      }),
  });
}

/** What the lines are at the adapter and far from it, and how far flanks move, network by network. */
export function effectsInWords(rows: readonly EffectRow[]): string {
  return groups(rows, ({ network }) => network)
    .map(([network, own]) => {
      const { at, far } = extremes(own);
      const ratios = [at, far].map(
        (row) => `gain × ${decimals(row.g1 / row.g0, 2)}, maximum × ${decimals(row.max_ratio, 2)}`,
      );
      const shift = mean(flankRepulsion(own))!;
      return `${networks.label(network)}: at the adapter ${ratios[0]}, orthogonal to it ${ratios[1]}; flanks move away by ${decimals(shift, 2)}°.`;
    })
    .join(' ');
}
