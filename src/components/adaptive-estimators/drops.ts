import * as Plot from '@observablehq/plot';
import { mean } from '../../lib/experiment/measuring.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesSymbols } from '../palette.js';
import { activationNames, activationsOf } from './names.js';
import { distinct, type RunRow } from './rows.js';

export interface DropsOptions {
  readonly layer: number;
  readonly split: string;
  readonly width: number;
}

/** How far a layer's information about the input fell: a mark a network, a bar at the mean of each row. */
export function drops(
  runs: readonly RunRow[],
  { layer, split, width }: DropsOptions,
): SVGElement | HTMLElement {
  const own = runs.filter((row) => row.layer === layer && row.split === split);
  const penalties = distinct(own, 'l2').sort((a, b) => a - b);
  const groups = activationsOf(own).flatMap((activation) =>
    penalties.map((l2) => ({ activation, l2, name: groupName(activation, l2) })),
  );
  const rows = own.map((row) => ({ ...row, group: groupName(row.activation, row.l2) }));
  const present = groups.filter(({ name }) => rows.some(({ group }) => group === name));
  const means = present.map(({ name, l2 }) => ({
    ...{ group: name, l2 },
    drop: mean(rows.filter(({ group }) => group === name).map(({ drop }) => drop)),
  }));
  const penaltyName = (l2: number) => (l2 === 0 ? 'without L2' : `L2, λ = ${l2}`);
  return Plot.plot({
    ...figureStyle,
    width,
    height: 90 + 38 * present.length,
    marginLeft: 120,
    x: { label: 'Drop of I(X;T) from its highest to the end (bits) →', grid: true, nice: true, zero: true },
    y: { domain: present.map(({ name }) => name), label: null, tickSize: 0 },
    color: { type: 'categorical', domain: penalties, range: seriesColors.slice(0, penalties.length) },
    symbol: {
      domain: penalties,
      range: seriesSymbols.slice(0, penalties.length),
      tickFormat: penaltyName,
      legend: true,
    },
    marks: [
      Plot.dot(rows, {
        ...{ x: 'drop', y: 'group', stroke: 'l2', symbol: 'l2', r: 5, strokeWidth: 1.8 },
        fill: 'var(--ground)',
        channels: { seed: 'seed', 'test accuracy': 'acc_test', alive: 'alive' },
        tip: { format: { x: '.2f', stroke: false, symbol: false } },
      }),
      Plot.tickX(means, { x: 'drop', y: 'group', stroke: 'var(--ink)', strokeWidth: 2.5 }),
    ],
  });
}

function groupName(activation: string, l2: number): string {
  return `${activationNames[activation] ?? activation}${l2 === 0 ? '' : `, λ = ${l2}`}`;
}
