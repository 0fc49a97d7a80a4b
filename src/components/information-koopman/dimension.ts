import * as Plot from '@observablehq/plot';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/information-koopman/tables.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { lineLegend } from '../line-legend.js';
import { logTicks } from '../log-axis.js';
import { meanAndSeeds } from '../marks.js';
import { heightOf } from '../panels.js';
import { selected, type Selection, variants } from './series.js';

export interface DimensionSettings extends Selection {
  readonly column: 'd_eff' | 'variance' | 'contrast';
}

const titles = {
  d_eff: 'How many directions the latents use, during training.',
  variance: 'How large the latents are, during training.',
  contrast: 'How unlike neighbours in time are among the latents, during training.',
};

/** The spread of the latents against the step: a thin line a seed, a heavy one their mean. */
export function dimensionFigure(
  training: RowsOf<typeof tables>['training'],
  { column, ...selection }: DimensionSettings,
  width: number,
): Drawing {
  const rows = selected(training, selection);
  const log = {
    type: 'log',
    tickFormat: '~g',
    ticks: logTicks(rows.map((row) => row[column]).filter((value) => value > 0)),
  } as const;
  const y = {
    d_eff: {
      label: '↑ Effective dimension of the latents',
      domain: [1, Math.max(3, ...rows.map((row) => row.d_eff))],
      nice: true,
    },
    variance: { label: '↑ Variance of the latents, all coordinates (log scale)', ...log },
    contrast: { label: '↑ Temporal contrast (nats, log scale)', ...log },
  }[column];
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: heightOf(width),
    grid: true,
    color: variants.scales(selection.variants).color,
    x: { label: 'Step of training →' },
    y,
    marks: [meanAndSeeds(rows, { x: 'step', y: column, by: 'variant', series: variants, seeds: 'lines' })],
  });
  return {
    plot: element('div', {}, lineLegend(variants, selection.variants), plot),
    title: titles[column],
  };
}
