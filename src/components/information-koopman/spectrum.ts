import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { distinct, type Named, selected, type Selection, variantColors, variantLabel } from './variants.js';

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
  const columns = Math.max(1, Math.min(selection.variants.length, Math.floor(width / 200)));
  const names = distinct(shown.map(({ variant }) => variant));
  const place = (variant: string) => names.indexOf(variant);
  const fx = (row: { variant: string }) => place(row.variant) % columns;
  const fy = (row: { variant: string }) => Math.floor(place(row.variant) / columns);
  const lines = Math.max(1, Math.ceil(names.length / columns));
  return Plot.plot({
    ...figureStyle,
    width,
    height: 60 + 170 * lines,
    color: variantColors(selection.variants),
    fx: { axis: null, padding: 0.12 },
    fy: { axis: null, padding: 0.22 },
    x: {
      label: 'Direction, by its share →',
      type: 'band',
      domain: distinct(shown.map(({ k }) => k)).sort((a, b) => a - b),
      tickFormat: (k: number) => (k % 5 === 0 || k === 1 ? String(k) : ''),
    },
    y: {
      label: log ? '↑ Share of the variance (log scale)' : '↑ Share of the variance',
      grid: true,
      ...(log ? { type: 'log', domain: [least, 1], tickFormat: '~g', ticks: 4 } : { domain: [0, 1] }),
    },
    marks: [
      Plot.rectY(
        shown,
        Plot.groupX(
          { y: 'mean' },
          { x: 'k', y: 'lambda', fill: 'variant', fx, fy, ...(log && { y1: least }) },
        ),
      ),
      Plot.dot(shown, { x: 'k', y: 'lambda', fx, fy, r: 1.4, fill: 'var(--ink)' }),
      Plot.text(
        names.map((variant) => ({ variant })),
        {
          text: ({ variant }: { variant: string }) => variantLabel(variant),
          fx,
          fy,
          frameAnchor: 'top-right',
          dy: -4,
          fontWeight: 600,
          fill: 'var(--ink)',
          stroke: 'var(--ground)',
        },
      ),
    ],
  });
}
