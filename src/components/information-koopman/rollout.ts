import * as Plot from '@observablehq/plot';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { variantLegend } from './dimension.js';
import { reportedErrors } from './reported.js';
import { type Named, selected, type Selection, variantColors, variantStyles } from './variants.js';

export interface RolloutRow extends Named {
  readonly h: number;
  readonly nrmse: number;
}

export interface RolloutOptions extends Selection {
  readonly log: boolean;
  readonly width: number;
}

/** Errors of predictions by steps ahead: means over seeds in bands from the least to the largest; below, the paper's. */
export function rolloutFigure(
  rows: readonly RolloutRow[],
  { log, width, ...selection }: RolloutOptions,
): HTMLElement {
  const shown = selected(rows, selection);
  const y = log
    ? ({ type: 'log', tickFormat: '~g' } as const)
    : ({
        zero: true,
        domain: [0, Math.min(1.6, Math.max(...shown.map(({ nrmse }) => nrmse), 0.1))],
      } as const);
  return element(
    'div',
    {},
    variantLegend(selection.variants),
    Plot.plot({
      ...figureStyle,
      width,
      height: Math.max(320, Math.min(420, width / 2)),
      grid: true,
      color: variantColors(selection.variants),
      x: { label: 'Steps ahead →', domain: [0, 50] },
      y: { label: `↑ NRMSE${log ? ' (log scale)' : ''}`, ...y },
      marks: [
        Plot.ruleX([5, 20, 50], { stroke: 'var(--rule)', strokeDasharray: '2 3' }),
        Plot.areaY(
          shown,
          Plot.groupX(
            { y1: 'min', y2: 'max' },
            {
              x: 'h',
              y1: 'nrmse',
              y2: 'nrmse',
              z: 'variant',
              fill: 'variant',
              fillOpacity: 0.15,
              clip: true,
            },
          ),
        ),
        ...variantStyles
          .filter(({ id }) => selection.variants.includes(id))
          .map(({ id, dash }) =>
            Plot.line(
              shown.filter(({ variant }) => variant === id),
              Plot.groupX(
                { y: 'mean' },
                {
                  x: 'h',
                  y: 'nrmse',
                  stroke: 'variant',
                  strokeWidth: 2.2,
                  strokeDasharray: dash,
                  clip: true,
                },
              ),
            ),
          ),
      ],
    }),
  );
}

/** The paper's own errors, in its own units, on its own systems. */
export function reportedFigure({ width }: { readonly width: number }): Element {
  return Plot.plot({
    ...figureStyle,
    marginTop: 54,
    width,
    height: 270,
    grid: true,
    color: {
      domain: ['KAE', 'PFNN', 'the paper’s'],
      range: ['var(--series-7)', 'var(--series-4)', 'var(--series-1)'],
      legend: true,
    },
    symbol: { domain: ['KAE', 'PFNN', 'the paper’s'], range: ['square', 'triangle', 'times'] },
    fx: { label: null },
    x: { label: 'Steps ahead →', domain: [0, 55], ticks: [5, 20, 50] },
    y: { label: '↑ NRMSE as the paper prints it', zero: true },
    marks: [
      Plot.line(reportedErrors, {
        x: 'h',
        y: 'nrmse',
        fx: 'system',
        stroke: 'method',
        strokeDasharray: '5 4',
      }),
      Plot.dot(reportedErrors, {
        x: 'h',
        y: 'nrmse',
        fx: 'system',
        stroke: 'method',
        symbol: 'method',
        r: 4,
      }),
    ],
  });
}
