import * as Plot from '@observablehq/plot';
import { sort } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { GapDatasetId, tables } from '../../papers/cs-ib/tables.js';
import { figureStyle } from '../figure-style.js';
import { heightOf, isNarrow } from '../panels.js';
import { ordered } from '../ramp.js';

export interface GapSettings {
  readonly dataset: GapDatasetId;
  /** Normalised information, or raw. */
  readonly information: 'i_cs' | 'i_cs_raw';
}

const labels = { i_cs: 'Normalised CS information', i_cs_raw: 'CS information (nats)' };

/** Information against generalisation gap, a mark a network, coloured by how strongly its weights were held back. */
export function gapFigure(
  gap: RowsOf<typeof tables>['gap'],
  { dataset, information }: GapSettings,
  width: number,
): SVGElement | HTMLElement {
  const rows = gap.filter((row) => row.dataset === dataset && row[information] !== null);
  const penalties = sort(new Set(rows.map(({ l2 }) => l2)));
  return Plot.plot({
    ...figureStyle,
    width,
    height: heightOf(width),
    grid: true,
    x: {
      label: `${labels[information]}${isNarrow(width) ? '' : ', of input and representation'} →`,
      nice: true,
    },
    y: { label: '↑ Generalisation gap: test − training RMSE', nice: true },
    color: {
      type: 'ordinal',
      domain: penalties,
      range: penalties.map((_, i) => ordered(i / Math.max(1, penalties.length - 1))),
      legend: true,
      tickFormat: (l2: number) => `L2 ${l2}`,
    },
    symbol: { legend: true, tickFormat: (rate: number) => `learning rate ${rate}` },
    marks: [
      Plot.linearRegressionY(rows, {
        x: information,
        y: 'gap',
        stroke: 'var(--ink-soft)',
        ci: 0.95,
        clip: true,
      }),
      Plot.dot(rows, {
        x: information,
        y: 'gap',
        stroke: 'l2',
        symbol: 'lr',
        r: 4,
        strokeWidth: 1.75,
        channels: { 'learning rate': 'lr', seed: 'seed' },
        tip: true,
      }),
    ],
  });
}
