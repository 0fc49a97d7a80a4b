import * as Plot from '@observablehq/plot';
import { mean } from 'd3-array';
import { count, decimals, significant } from '../../lib/text/number.js';
import type { RunRow } from '../../papers/adaptive-estimators/tables.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { activations } from './series.js';

/** Bits that a layer has to lose for a network to count as one that compresses. */
const enough = 0.5;

/** The deepest hidden layer. */
const lastLayer = 5;

/** What the last layer of many networks lost that differ by their seed alone: a mark a network, a row an activation. */
export function bitsLost(runs: readonly RunRow[], width: number): Drawing {
  const rows = runs.filter(({ layer }) => layer === lastLayer);
  const of = (id: RunRow['activation']) => rows.filter(({ activation }) => activation === id);
  const means = activations.ids.flatMap((id) => {
    const drop = mean(of(id), (row) => row.drop);
    return drop === undefined ? [] : [{ activation: id, drop }];
  });
  const shown = means.map(({ activation }) => activation);
  const facet = { fy: 'activation' } as const;
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: 70 + 130 * shown.length,
    marginLeft: 60,
    x: { label: 'Bits about the input that the last layer loses →', grid: true, nice: true, zero: true },
    fy: { domain: shown, tickFormat: activations.label, label: null, padding: 0.12 },
    ...activations.scales(shown),
    symbol: { ...activations.scales(shown).symbol, legend: false },
    marks: [
      Plot.ruleX([enough], { stroke: 'var(--ink-soft)', strokeDasharray: '4 3' }),
      Plot.text([enough], {
        x: Number,
        fy: () => shown[0],
        text: () => 'half a bit',
        frameAnchor: 'top',
        textAnchor: 'start',
        dx: 5,
        dy: 2,
        fill: 'var(--ink-soft)',
      }),
      Plot.dot(
        rows,
        Plot.dodgeY('middle', {
          ...facet,
          x: 'drop',
          stroke: 'activation',
          symbol: 'activation',
          r: 4,
          strokeWidth: 1.6,
          channels: { seed: 'seed', 'test accuracy': 'acc_test', alive: 'alive' },
          tip: { format: { x: '.2f', y: false, fy: false, stroke: false, symbol: false } },
        }),
      ),
      Plot.tickX(means, { ...facet, x: 'drop', stroke: 'var(--ink)', strokeWidth: 2.5 }),
      Plot.text(means, {
        ...facet,
        x: 'drop',
        frameAnchor: 'bottom',
        text: ({ drop }: { readonly drop: number }) => `mean ${decimals(drop, 1)}`,
        textAnchor: 'start',
        dx: 6,
        dy: -4,
        stroke: 'var(--ground)',
        strokeWidth: 4,
        fill: 'var(--ink)',
      }),
      Plot.text(means, {
        ...facet,
        frameAnchor: 'top-right',
        text: ({ activation }: { readonly activation: RunRow['activation'] }) =>
          `${count(compressing(of(activation)))} of ${count(of(activation).length)} compress`,
        dy: 2,
        fontWeight: 'bold',
      }),
    ],
  });
  const told = means.map(({ activation, drop }) => {
    const networks = of(activation);
    return `${count(compressing(networks))} of ${count(networks.length)} ${activations.label(activation)} networks lose half a bit or more, and ${decimals(drop, 1)} bits in the mean`;
  });
  return {
    plot,
    title: titleOf(of('relu'), of('tanh')),
    alternative: `A row an activation, a mark a network, along an axis of bits lost. ${told.join('; ')}.`,
  };
}

/** How many of the networks compress: dead ones count as others that do not. */
const compressing = (networks: readonly RunRow[]) =>
  networks.filter(({ alive, drop }) => alive && drop >= enough).length;

function titleOf(relu: readonly RunRow[], tanh: readonly RunRow[]): string {
  const lead = mean(tanh, ({ drop }) => drop)! - mean(relu, ({ drop }) => drop)!;
  const more = `${significant(Math.abs(lead), 2)} bits ${lead > 0 ? 'more' : 'fewer'}`;
  return `${count(compressing(relu))} of ${count(relu.length)} ReLU networks compress, and tanh networks lose ${more}.`;
}
