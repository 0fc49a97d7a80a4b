import * as Plot from '@observablehq/plot';
import { sort } from 'd3-array';
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
    x: { label: 'Drop of I(X;T) from its highest to the end (bits) →', grid: true, nice: true, zero: true },
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

const penaltyName = (l2: number) => (l2 === 0 ? 'without L2' : `L2, λ = ${l2}`);

const groupName = (activation: string, l2: number) =>
  `${activations.label(activation)}${l2 === 0 ? '' : `, λ = ${l2}`}`;
