import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { panels, panelTitles, shareTick } from './panels.js';
import { distinct } from '../../lib/experiment/measuring.js';
import { type Named, selected, type Selection, variantColors } from './variants.js';

export interface SpectrumRow extends Named {
  readonly k: number;
  readonly lambda: number;
}

export interface SpectrumOptions extends Selection {
  readonly log: boolean;
  readonly width: number;
}

/** The least share that a logarithmic axis shows. */
const least = 1e-6;

/** Shares of the latents' variance along its principal directions, a panel a variant: bars are means, dots the seeds. */
export function spectrumFigure(
  rows: readonly SpectrumRow[],
  { log, width, ...selection }: SpectrumOptions,
): Element {
  const shown = selected(rows, selection).map((row) => ({ ...row, lambda: Math.max(row.lambda, least) }));
  const directions = distinct(shown.map(({ k }) => k)).sort((a, b) => a - b);
  const means = distinct(shown.map(({ variant }) => variant)).flatMap((variant) =>
    directions.map((k) => {
      const of = shown.filter((row) => row.variant === variant && row.k === k);
      return { variant, k, lambda: of.reduce((sum, { lambda }) => sum + lambda, 0) / of.length };
    }),
  );
  const layout = panels(shown, width);
  const { fx, fy, lines } = layout;
  return Plot.plot({
    ...figureStyle,
    marginTop: 44,
    width,
    height: 76 + 160 * lines,
    color: variantColors(selection.variants),
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
      Plot.dot(shown, { x: 'k', y: 'lambda', fx, fy, r: 1.4, fill: 'var(--ink)' }),
      panelTitles(layout, width),
    ],
  });
}
