import * as Plot from '@observablehq/plot';
import { mean, rollup, sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/diffusion-spectral-entropy/tables.js';
import { figureStyle } from '../figure-style.js';
import { meanAndSeeds } from '../marks.js';
import { facets } from './facets.js';
import { estimators } from './series.js';

type EstimateRow = RowsOf<typeof tables>['corruption'][number];

export interface CorruptionSettings {
  readonly noise: number;
  /** Divides each curve by its value without corruption. */
  readonly relative: boolean;
}

/** Mutual information against the share of corrupted labels, an estimator a line, a dimension a panel. */
export function corruptionFigure(
  estimates: readonly EstimateRow[],
  { noise, relative }: CorruptionSettings,
  width: number,
): SVGElement | HTMLElement {
  const known = estimates.filter(
    (row) => row.noise === noise && estimators.ids.some((id) => id === row.estimator),
  );
  const starts = rollup(
    known.filter(({ corruption }) => corruption === 0),
    (own) => mean(own, ({ mi_bits }) => mi_bits)!,
    ({ D }) => D,
    ({ estimator }) => estimator,
  );
  const rows = known
    .map((row) => ({ ...row, start: relative ? starts.get(row.D)!.get(row.estimator)! : 1 }))
    // A curve that starts at nothing has nothing to be divided by.
    .filter(({ start }) => Math.abs(start) > 0.02)
    .map((row) => ({ ...row, value: row.mi_bits / row.start }));
  const spaces = facets(width, sort(new Set(known.map(({ D }) => D))), (D) => `${D} dimensions`);
  return Plot.plot({
    ...figureStyle,
    ...spaces.options,
    grid: true,
    x: { label: 'Share of corrupted labels →', ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] },
    y: {
      label: relative ? '↑ Information ÷ that without corruption' : '↑ Mutual information (bits)',
      nice: true,
    },
    ...estimators.scales(),
    marks: [
      spaces.names,
      Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      meanAndSeeds(rows, {
        x: 'corruption',
        y: 'value',
        by: 'estimator',
        series: estimators,
        seeds: 'dots',
        ...spaces.by('D'),
      }),
    ],
  });
}
