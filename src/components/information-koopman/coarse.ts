import * as Plot from '@observablehq/plot';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/information-koopman/tables.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { lineLegend } from '../line-legend.js';
import { meanAndSeeds } from '../marks.js';
import { heightOf } from '../panels.js';
import { variants } from './series.js';

const drawn = ['kae', 'ours'] as const;

/** Errors of predictions at the paper's time step, beside the error of predicting the mean. */
export function coarseFigure(rows: RowsOf<typeof tables>['coarse_rollout'], width: number): Drawing {
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: heightOf(width),
    grid: true,
    color: variants.scales(drawn).color,
    x: { label: 'Steps ahead →', domain: [0, 50] },
    y: { label: '↑ NRMSE', zero: true },
    marks: [
      Plot.ruleY([1], { stroke: 'currentColor' }),
      Plot.ruleX([5, 20, 50], { stroke: 'var(--rule)', strokeDasharray: '2 3' }),
      meanAndSeeds(rows, { x: 'h', y: 'nrmse', by: 'variant', series: variants, seeds: 'band' }),
    ],
  });
  return { plot: element('div', {}, lineLegend(variants, drawn), plot) };
}
