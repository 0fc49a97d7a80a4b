import * as Plot from '@observablehq/plot';
import { flatRollup, mean, sort } from 'd3-array';
import { decimals } from '../../lib/text/number.js';
import type { RunRow } from '../../papers/adaptive-estimators/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { dots } from '../marks.js';
import { series } from '../series.js';
import { activations } from './series.js';

export interface DropsSettings {
  readonly layer: number;
  readonly split: RunRow['split'];
}

/** How far a layer's information about the input fell: a mark a network, a bar at the mean of each row. */
export function drops(runs: readonly RunRow[], { layer, split }: DropsSettings, width: number): Drawing {
  const rows = runs
    .filter((row) => row.layer === layer && row.split === split)
    .map((row) => ({ ...row, group: groupName(row.activation, row.l2) }));
  const strengths = sort(new Set(rows.map(({ l2 }) => l2)));
  const penalties = series(Object.fromEntries(strengths.map((l2) => [l2, penaltyName(l2)])));
  const groups = activations.ids
    .flatMap((activation) => strengths.map((l2) => groupName(activation, l2)))
    .filter((name) => rows.some(({ group }) => group === name));
  const place = { x: 'drop', y: 'group' } as const;
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: 90 + 38 * groups.length,
    marginLeft: 120,
    x: {
      label: 'Drop of I(X;T) from its highest to the end (bits) →',
      grid: true,
      nice: true,
      zero: true,
      insetLeft: 10,
    },
    y: { domain: groups, label: null, tickSize: 0 },
    ...penalties.scales(),
    marks: [
      dots(rows, {
        ...place,
        by: ({ l2 }) => String(l2),
        series: penalties,
        r: 5,
        strokeWidth: 1.8,
        channels: { seed: 'seed', 'test accuracy': 'acc_test', alive: 'alive' },
        tip: { format: { x: '.2f', stroke: false, symbol: false } },
      }),
      Plot.tickX(rows, Plot.groupY({ x: 'mean' }, { ...place, stroke: 'var(--ink)', strokeWidth: 2.5 })),
    ],
  });
  return { plot, title: `Bits about the input that layer ${layer} loses.` };
}

/** The mean drop of a layer in each row of {@link drops}, for who does not see it. */
export function dropsInWords(runs: readonly RunRow[], { layer, split }: DropsSettings): string {
  const means = flatRollup(
    runs.filter((row) => row.layer === layer && row.split === split),
    (networks) => mean(networks, ({ drop }) => drop)!,
    ({ activation }) => activation,
    ({ l2 }) => l2,
  ).map(([activation, l2, drop]) => `${groupName(activation, l2)}: ${decimals(drop, 1)}`);
  return means.join('; ');
}

/** By how many bits more some layers lose with L2 than without, over activations that were trained with both. */
export function lostByPenalty(runs: readonly RunRow[], layers: readonly number[]): string {
  const own = runs.filter(({ split, layer }) => split === 'random' && layers.includes(layer));
  const both = activations.ids.flatMap((activation) => {
    const [without, penalised] = [false, true].map((isPenalised) =>
      mean(
        own.filter((row) => row.activation === activation && row.l2 > 0 === isPenalised),
        ({ drop }) => drop,
      ),
    );
    return without === undefined || penalised === undefined ? [] : [penalised - without];
  });
  return decimals(mean(both) ?? NaN, 1);
}

/** Where networks with L2 stand beside those without, in the last layer and in two before it. */
export function penaltyInWords(runs: readonly RunRow[]): string {
  const side = (layers: readonly number[]) => {
    const more = lostByPenalty(runs, layers);
    return more.startsWith('−') ? `${more.slice(1)} bits to the left` : `${more} bits to the right`;
  };
  return `Squares, with L2, lie ${side([5])} on average in the last layer, and ${side([3, 4])} in layers 3 and 4.`;
}

const penaltyName = (l2: number) => (l2 === 0 ? 'without L2' : `L2, λ = ${l2}`);

const groupName = (activation: string, l2: number) =>
  `${activations.label(activation)}${l2 === 0 ? '' : `, λ = ${l2}`}`;
