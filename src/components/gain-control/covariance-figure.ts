import * as Plot from '@observablehq/plot';
import { groups, max, mean } from 'd3-array';
import { decimals, significant } from '../../lib/text/number.js';
import type { CovarianceRow } from '../../papers/gain-control/tables.js';
import { element } from '../element.js';
import { figureStyle } from '../figure-style.js';
import { isNarrow } from '../panels.js';
import { diverging, rampLegend } from '../ramp.js';
import { states } from './series.js';

const quantityLabels = {
  cov: 'Covariance',
  corr: 'Correlation',
  change: 'Correlation minus that of control',
} as const;

export interface CovarianceSettings {
  /** Covariances, correlations, or what either state of the biased ensemble adds to the correlations of control. */
  readonly quantity: keyof typeof quantityLabels;
}

/** Pairs of neurons, a panel a state; orange is positive, blue negative. */
export function covarianceFigure(
  rows: readonly CovarianceRow[],
  { quantity }: CovarianceSettings,
  width: number,
): HTMLElement {
  const shown = states.ids.filter((state) => quantity !== 'change' || state !== 'control');
  const cells = cellsOf(rows, quantity);
  const most = max(cells, ({ value }) => Math.abs(value))!;
  const narrow = isNarrow(width);
  const panels = { domain: shown, label: null, tickFormat: states.label };
  const facet = narrow ? { fy: 'state' } : { fx: 'state' };
  const side = narrow ? width : Math.min(360, width / shown.length);
  const half = 90 / new Set(rows.map(({ theta_i }) => theta_i)).size;
  const ticks = [0, 45, 90, 135];
  const plot = Plot.plot({
    ...figureStyle,
    marginTop: 34,
    marginRight: 34,
    width: narrow ? width : side * shown.length,
    height: narrow ? 290 * shown.length : side + 30,
    ...(narrow ? { fy: { ...panels, axis: null } } : { fx: panels }),
    x: { label: 'Preference of one neuron (°) →', ticks },
    y: { label: '↑ Of another (°)', ticks },
    color: { type: 'diverging', domain: [-most, most], interpolate: diverging },
    marks: [
      Plot.rect(cells, {
        ...facet,
        x1: ({ theta_i }: CovarianceRow) => theta_i - half,
        x2: ({ theta_i }: CovarianceRow) => theta_i + half,
        y1: ({ theta_j }: CovarianceRow) => theta_j - half,
        y2: ({ theta_j }: CovarianceRow) => theta_j + half,
        fill: 'value',
        shapeRendering: 'crispEdges',
      }),
      narrow
        ? Plot.text(shown, { fy: (state: string) => state, text: states.label, frameAnchor: 'top', dy: -16 })
        : null,
    ],
  });
  const legend = rampLegend({
    label: quantityLabels[quantity],
    type: 'linear',
    domain: [-most, most],
    interpolate: diverging,
    tickFormat: (value) => significant(value, 2),
  });
  return element('div', {}, legend, plot);
}

/** Pairs with the quantity that is drawn. */
function cellsOf(rows: readonly CovarianceRow[], quantity: CovarianceSettings['quantity']) {
  if (quantity !== 'change') return rows.map((row) => ({ ...row, value: row[quantity] }));
  const key = ({ theta_i, theta_j }: CovarianceRow) => `${theta_i} ${theta_j}`;
  const control = new Map(rows.filter(({ state }) => state === 'control').map((row) => [key(row), row.corr]));
  return rows
    .filter(({ state }) => state !== 'control')
    .map((row) => ({ ...row, value: row.corr - control.get(key(row))! }));
}

/** The mean of each panel’s cells near the adapter, and of all: `control 0.31, of all 0.12; …`. */
export function pairsInWords(
  rows: readonly CovarianceRow[],
  quantity: CovarianceSettings['quantity'],
): string {
  const near = ({ theta_i, theta_j }: CovarianceRow) =>
    theta_i !== theta_j && [theta_i, theta_j].every((theta) => Math.abs(theta - 90) <= 45);
  const panels = groups(cellsOf(rows, quantity), ({ state }) => state).map(([state, cells]) => {
    const [around, all] = [cells.filter(near), cells].map((own) =>
      decimals(
        mean(own, ({ value }) => value)!,
        3,
      ),
    );
    return `${states.label(state)} ${around}, of all ${all}`;
  });
  return `A matrix of pairs of neurons a state, of the ${quantityLabels[quantity].toLowerCase()}. Mean of the pairs near the adapter: ${panels.join('; ')}.`;
}
