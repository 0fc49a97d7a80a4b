import * as Plot from '@observablehq/plot';
import type { RowsOf } from '../../lib/experiment/column.js';
import { systemLabels, type tables } from '../../papers/information-koopman/tables.js';
import { element } from '../element.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';
import { lineLegend } from '../line-legend.js';
import { logTicks } from '../log-axis.js';
import { meanAndSeeds } from '../marks.js';
import { heightOf } from '../panels.js';
import { selected, type Selection, variants } from './series.js';

export interface RolloutSettings extends Selection {
  readonly log: boolean;
}

/** Errors of predictions by steps ahead: means over seeds in bands from the least to the largest. */
export function rolloutFigure(
  rollout: RowsOf<typeof tables>['rollout'],
  { log, ...selection }: RolloutSettings,
  width: number,
): Drawing {
  const rows = selected(rollout, selection);
  const y = log
    ? ({ type: 'log', tickFormat: '~g', ticks: logTicks(rows.map(({ nrmse }) => nrmse)) } as const)
    : { zero: true, domain: [0, Math.min(1.6, Math.max(...rows.map(({ nrmse }) => nrmse), 0.1))] };
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: heightOf(width),
    grid: true,
    // Errors of models that diverge leave the frame.
    clip: true,
    color: variants.scales(selection.variants).color,
    x: { label: 'Steps ahead →', domain: [0, 50] },
    y: { label: `↑ NRMSE${log ? ' (log scale)' : ''}`, ...y },
    marks: [
      Plot.ruleX([5, 20, 50], { stroke: 'var(--rule)', strokeDasharray: '2 3' }),
      meanAndSeeds(rows, { x: 'h', y: 'nrmse', by: 'variant', series: variants, seeds: 'band' }),
    ],
  });
  return {
    plot: element('div', {}, lineLegend(variants, selection.variants), plot),
    title: `Errors of predictions, ${systemLabels[selection.system]}.`,
  };
}
