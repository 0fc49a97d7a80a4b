import * as Plot from '@observablehq/plot';
import { figureStyle } from '../figure-style.js';
import { stateLabels, type CovarianceRow } from './rows.js';

export interface CovarianceFigureOptions {
  /** Covariances, correlations, or what either state of the biased ensemble adds to the correlations of control. */
  readonly quantity: 'cov' | 'corr' | 'change';
  readonly width: number;
}

/** Pairs of neurons, a panel a state; blue is positive, red negative. */
export function covarianceFigure(
  rows: readonly CovarianceRow[],
  { quantity, width }: CovarianceFigureOptions,
): SVGElement | HTMLElement {
  const key = ({ theta_i, theta_j }: CovarianceRow) => `${theta_i} ${theta_j}`;
  const control = new Map(rows.filter(({ state }) => state === 'control').map((row) => [key(row), row.corr]));
  const cells = rows
    .filter(({ state }) => quantity !== 'change' || state !== 'control')
    .map((row) => ({
      ...row,
      value: quantity === 'change' ? row.corr - control.get(key(row))! : row[quantity],
    }));
  const most = Math.max(...cells.map(({ value }) => Math.abs(value)));
  const narrow = width < 620;
  const states = Object.keys(stateLabels).filter((state) => quantity !== 'change' || state !== 'control');
  const panels = { domain: states, label: null, tickFormat: (state: string) => stateLabels[state] };
  const side = narrow ? width : Math.min(360, width / states.length);
  const half = step(rows) / 2;
  const ticks = [0, 45, 90, 135];
  return Plot.plot({
    ...figureStyle,
    marginTop: 34,
    marginRight: 34,
    width: narrow ? width : side * states.length,
    height: narrow ? 290 * states.length : side + 30,
    ...(narrow ? { fy: { ...panels, axis: null } } : { fx: panels }),
    x: { label: 'Preference of one neuron (°) →', ticks },
    y: { label: '↑ Of another (°)', ticks },
    color: {
      type: 'diverging',
      scheme: 'RdBu',
      domain: [-most, most],
      legend: true,
      label: { cov: 'Covariance', corr: 'Correlation', change: 'Correlation minus that of control' }[
        quantity
      ],
      tickFormat: (value: number) => String(Number(value.toPrecision(2))).replace('-', '−'),
    },
    marks: [
      Plot.rect(cells, {
        ...(narrow ? { fy: 'state' } : { fx: 'state' }),
        x1: (cell: CovarianceRow) => cell.theta_i - half,
        x2: (cell: CovarianceRow) => cell.theta_i + half,
        y1: (cell: CovarianceRow) => cell.theta_j - half,
        y2: (cell: CovarianceRow) => cell.theta_j + half,
        fill: 'value',
        shapeRendering: 'crispEdges',
      }),
      narrow
        ? Plot.text(states, { fy: (state: string) => state, text: (state: string) => stateLabels[state], frameAnchor: 'top', dy: -16 }) // prettier-ignore
        : null,
    ],
  });
}

/** Degrees between neighbouring neurons. */
function step(rows: readonly CovarianceRow[]): number {
  return 180 / new Set(rows.map(({ theta_i }) => theta_i)).size;
}
