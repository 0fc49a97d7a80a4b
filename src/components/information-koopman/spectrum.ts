import * as Plot from '@observablehq/plot';
import { flatRollup, mean } from 'd3-array';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/information-koopman/tables.js';
import { figureStyle } from '../figure-style.js';
import { facets, facetTitles, shareTick } from './facets.js';
import { selected, type Selection, variants } from './series.js';

export interface SpectrumSettings extends Selection {
  readonly log: boolean;
}

/** The least share that a logarithmic axis shows. */
const least = 1e-6;

/** Shares of the latents' variance along its principal directions, a facet a variant: bars are means, dots the seeds. */
export function spectrumFigure(
  spectrum: RowsOf<typeof tables>['spectrum'],
  { log, ...selection }: SpectrumSettings,
  width: number,
): SVGElement | HTMLElement {
  const rows = selected(spectrum, selection).map((row) => ({ ...row, lambda: Math.max(row.lambda, least) }));
  const directions = [...new Set(rows.map(({ k }) => k))].sort((a, b) => a - b);
  const means = flatRollup(
    rows,
    (seeds) => mean(seeds, ({ lambda }) => lambda)!,
    ({ variant }) => variant,
    ({ k }) => k,
  ).map(([variant, k, lambda]) => ({ variant, k, lambda }));
  const layout = facets(rows, Math.floor(width / 160));
  const { fx, fy, lines } = layout;
  return Plot.plot({
    ...figureStyle,
    marginTop: 44,
    width,
    height: 76 + 160 * lines,
    color: variants.scales(selection.variants).color,
    fx: { axis: null, padding: 0.12 },
    fy: { axis: null, padding: 0.24 },
    x: {
      label: 'Direction, by its share →',
      labelAnchor: 'right',
      type: 'band',
      domain: directions,
      ticks: directions.filter((k) => k === 1 || k % 5 === 0),
    },
    y: {
      label: log ? '↑ Share of the variance (log scale)' : '↑ Share of the variance',
      grid: true,
      ...(log
        ? { type: 'log', domain: [least, 1], tickFormat: shareTick, ticks: [1, 0.01, 1e-4, 1e-6] }
        : { domain: [0, 1] }),
    },
    marks: [
      Plot.barY(means, { x: 'k', y1: log ? least : 0, y2: 'lambda', fill: 'variant', fx, fy }),
      Plot.dot(rows, { x: 'k', y: 'lambda', fx, fy, r: 1.4, fill: 'var(--ink)' }),
      facetTitles(layout, width),
    ],
  });
}
