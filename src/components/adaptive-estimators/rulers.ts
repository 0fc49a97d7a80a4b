import * as Plot from '@observablehq/plot';
import { flatRollup, mean } from 'd3-array';
import type { ReadingRow } from '../../papers/adaptive-estimators/tables.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { dots, lines } from '../marks.js';
import { activations, estimators } from './series.js';

export interface RulersSettings {
  readonly activation: ReadingRow['activation'];
  readonly layer: number;
}

/** What four estimators say of one layer while it trains, above the scale of its activations. */
export function rulers(
  rows: readonly ReadingRow[],
  { activation, layer }: RulersSettings,
  width: number,
): Drawing {
  const means = flatRollup(
    rows.filter((row) => row.activation === activation && row.layer === layer),
    (networks) => ({
      i_xt: mean(networks, ({ i_xt }) => i_xt)!,
      max_abs: mean(networks, ({ max_abs }) => max_abs)!,
    }),
    ({ epoch }) => epoch,
    ({ estimator }) => estimator,
  ).map(([epoch, estimator, found]) => ({ epoch, estimator, ...found }));
  const shared = { ...figureStyle, width, grid: true };
  const place = { x: 'epoch', y: 'i_xt', by: 'estimator', series: estimators } as const;
  const information = Plot.plot({
    ...shared,
    height: Math.min(340, Math.max(260, width * 0.42)),
    marginBottom: 24,
    x: { label: null },
    y: { label: '↑ Information about the input, I(X;T) (bits)', zero: true, nice: true },
    ...estimators.scales(),
    marks: [
      lines(means, place),
      dots(means, {
        ...place,
        r: 4.5,
        strokeWidth: 1.8,
        tip: { format: { y: '.2f', stroke: false } },
      }),
    ],
  });
  const scale = Plot.plot({
    ...shared,
    height: 170,
    x: { label: 'Epoch →' },
    y: { label: '↑ Largest activation', zero: true, nice: true, ticks: 4 },
    marks: [
      Plot.lineY(
        means.filter(({ estimator }) => estimator === 'ebab'),
        { x: 'epoch', y: 'max_abs', stroke: 'var(--ink)', strokeWidth: 2, marker: 'dot' },
      ),
    ],
  });
  return {
    plot: element('div', {}, information, scale),
    title: `Four rulers on layer ${layer}, ${activations.label(activation)}.`,
  };
}
