import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { element } from '../element.js';
import { type Named, selected, type Selection, variantColors, variantStyles } from './variants.js';

export interface TrainingRow extends Named {
  readonly step: number;
  readonly d_eff: number;
  readonly variance: number;
  readonly contrast: number;
}

export interface DimensionOptions extends Selection {
  readonly column: keyof typeof labels;
  readonly width: number;
}

const labels = {
  d_eff: '↑ Effective dimension of the latents',
  variance: '↑ Variance of the latents, all coordinates (log scale)',
  contrast: '↑ Temporal contrast (nats, log scale)',
};

/** The spread of the latents against the step: a thin line a seed, a heavy one their mean. */
export function dimensionFigure(
  rows: readonly TrainingRow[],
  { column, width, ...selection }: DimensionOptions,
): HTMLElement {
  const shown = selected(rows, selection);
  const color = variantColors(selection.variants);
  const plot = Plot.plot({
    ...figureStyle,
    width,
    height: Math.max(320, Math.min(420, width / 2)),
    grid: true,
    color,
    x: { label: 'Step of training →' },
    y:
      column === 'd_eff'
        ? { label: labels.d_eff, domain: [1, Math.max(3, ...shown.map((row) => row.d_eff))], nice: true }
        : { label: labels.variance, type: 'log', tickFormat: '~g' },
    marks: [
      Plot.line(shown, {
        x: 'step',
        y: column,
        z: (row: TrainingRow) => `${row.variant} ${row.seed}`,
        stroke: 'variant',
        strokeWidth: 0.8,
        strokeOpacity: 0.55,
      }),
      ...variantStyles
        .filter(({ id }) => selection.variants.includes(id))
        .map(({ id, dash }) =>
          Plot.line(
            shown.filter(({ variant }) => variant === id),
            Plot.groupX(
              { y: 'mean' },
              { x: 'step', y: column, stroke: 'variant', strokeWidth: 2.6, strokeDasharray: dash },
            ),
          ),
        ),
    ],
  });
  return element('div', {}, variantLegend(selection.variants), plot);
}

/** Names of variants beside a stroke as it is drawn. */
export function variantLegend(ids: readonly string[]): HTMLElement {
  const shown = variantStyles.filter(({ id }) => ids.includes(id));
  const size = 28;
  return element(
    'div',
    { class: 'legend', style: 'display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; font-size: 0.8rem' },
    shown.map(({ label, color, dash }) => {
      const sample = Plot.plot({
        width: size,
        height: 10,
        margin: 0,
        axis: null,
        x: { domain: [0, 1] },
        y: { domain: [0, 1] },
        marks: [
          Plot.line(
            [
              [0, 0.5],
              [1, 0.5],
            ],
            { stroke: color, strokeWidth: 2.6, strokeDasharray: dash },
          ),
        ],
      });
      return element(
        'span',
        { style: 'display: inline-flex; align-items: center; gap: 0.4rem' },
        sample,
        label,
      );
    }),
  );
}
