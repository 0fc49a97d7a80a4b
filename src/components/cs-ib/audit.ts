import * as Plot from '@observablehq/plot';
import { escape, type ColumnTable } from 'arquero';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors, seriesDashes } from '../palette.js';

export interface AuditOptions {
  /** Squared kernel width of the inputs. */
  readonly sigma2: number;
  readonly variants: readonly string[];
  readonly width: number;
}

export const variantLabels: Readonly<Record<string, string>> = {
  paper: 'as printed',
  code: 'as in the code',
  symmetric: 'symmetric (ours)',
};

const variants = Object.keys(variantLabels);

/** What minimising the prediction term does to free predictions: its value, and their error, by step. */
export function audit(table: ColumnTable, { sigma2, variants: shown, width }: AuditOptions): HTMLElement {
  const rows = table
    .filter(
      escape(
        (row: { sigma2: number; step: number; variant: string }) =>
          row.sigma2 === sigma2 && row.step > 0 && shown.includes(row.variant),
      ),
    )
    .orderby('step');
  const color = {
    domain: variants,
    range: variants.map((_, i) => seriesColors[i]),
    tickFormat: (v: string) => variantLabels[v],
  };
  /** A line a variant, told apart by colour and by dashes. */
  const lines = (y: string) =>
    variants
      .filter((v) => shown.includes(v))
      .map((variant) =>
        Plot.line(rows.filter(escape((row: { variant: string }) => row.variant === variant)), {
          x: 'step',
          y,
          stroke: 'variant',
          z: 'seed',
          strokeWidth: 2,
          strokeDasharray: seriesDashes[variants.indexOf(variant)],
        }),
      );
  const shared = { ...figureStyle, width, height: 230, grid: true, color };
  return element(
    'div',
    {},
    Plot.plot({
      ...shared,
      color: { ...color, legend: true },
      x: { type: 'log', label: null },
      y: { label: '↑ Prediction term (nats)', domain: [-0.2, 0.2], clamp: true },
      marks: [Plot.ruleY([0], { stroke: 'var(--ink)' }), ...lines('d')],
    }),
    Plot.plot({
      ...shared,
      x: { type: 'log', label: 'Step of the descent (log scale) →' },
      y: {
        type: 'log',
        label: '↑ RMSE of the predictions (log scale)',
        domain: [1e-4, 30],
        clamp: true,
        tickFormat: '~g',
      },
      marks: lines('rmse'),
    }),
  );
}
