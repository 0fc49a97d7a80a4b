import * as Plot from '@observablehq/plot';
import type { RowsOf } from '../../lib/experiment/column.js';
import type { tables } from '../../papers/cs-ib/tables.js';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { lines } from '../marks.js';
import { predictionTerms } from './series.js';

export interface AuditSettings {
  /** Squared kernel width of the inputs. */
  readonly sigma2: number;
  readonly variants: readonly string[];
}

/** What minimising the prediction term does to free predictions: its value, and their error, by step. */
export function audit(
  descents: RowsOf<typeof tables>['audit'],
  { sigma2, variants }: AuditSettings,
  width: number,
): HTMLElement {
  const rows = descents.filter(
    (row) => row.sigma2 === sigma2 && row.step > 0 && variants.includes(row.variant),
  );
  const { color } = predictionTerms.scales(variants);
  const descent = { x: 'step', by: 'variant', series: predictionTerms, z: 'seed' } as const;
  const shared = { ...figureStyle, marginLeft: 58, width, height: 230, grid: true } as const;
  return element(
    'div',
    {},
    Plot.plot({
      ...shared,
      color: { ...color, legend: true },
      x: { type: 'log', label: null },
      y: { label: '↑ Prediction term (nats)', domain: [-0.2, 0.2] },
      marks: [Plot.ruleY([0], { stroke: 'var(--ink)' }), lines(rows, { ...descent, y: 'd', clip: true })],
    }),
    Plot.plot({
      ...shared,
      color,
      x: { type: 'log', label: 'Step of the descent (log scale) →' },
      y: {
        type: 'log',
        label: '↑ RMSE of the predictions (log scale)',
        domain: [1e-4, 30],
        tickFormat: '~g',
      },
      marks: [lines(rows, { ...descent, y: 'rmse', clip: true })],
    }),
  );
}
