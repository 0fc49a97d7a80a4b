import * as Plot from '@observablehq/plot';
import { estimators } from '../../lib/information/bench/estimators.js';
import { figureStyle } from '../figure-style.js';
import { type AccuracyRow, valuesOf } from './accuracy-row.js';
import { type Unit, unitText } from './unit.js';

export interface BiasMapOptions {
  readonly distribution: string;
  readonly information: number;
  readonly unit: Unit;
  readonly width: number;
}

/** Bias over dimension and sample size, a panel an estimator; the stronger the colour, the larger against the truth. */
export function biasMap(
  rows: readonly AccuracyRow[],
  { distribution, information, unit, width }: BiasMapOptions,
): SVGElement | HTMLElement {
  const compared = estimators.filter(({ other }) => !other);
  const columns = width < 560 ? 1 : width < 900 ? 2 : 4;
  const cells = rows
    .filter((row) => row.distribution === distribution && row.true_mi === information && row.bias !== null)
    .flatMap((row) => {
      const at = compared.findIndex(({ id }) => id === row.estimator);
      return at < 0
        ? []
        : [{ ...row, bias: row.bias!, column: at % columns, line: Math.floor(at / columns) }];
    });
  const panels = compared.map(({ label }, at) => ({
    label,
    column: at % columns,
    line: Math.floor(at / columns),
  }));
  const lines = Math.ceil(compared.length / columns);
  return Plot.plot({
    ...figureStyle,
    width,
    height: 60 + lines * (34 + 30 * valuesOf(cells, 'n').length),
    x: { type: 'band', label: 'Dimension →', tickSize: 0, padding: 0.04 },
    y: {
      type: 'band',
      label: '↑ Samples',
      domain: valuesOf(cells, 'n').reverse(),
      tickSize: 0,
      padding: 0.06,
    },
    fx: { axis: null, padding: 0.06 },
    fy: { axis: null, padding: 0.28 },
    marks: [
      Plot.cell(cells, {
        fx: 'column',
        fy: 'line',
        x: 'dimension',
        y: 'n',
        fill: ({ bias }) => (bias < 0 ? 'var(--series-1)' : 'var(--series-2)'),
        fillOpacity: ({ bias }) => 0.5 * Math.min(1, Math.abs(bias) / information),
        stroke: 'var(--rule)',
      }),
      Plot.text(cells, {
        fx: 'column',
        fy: 'line',
        x: 'dimension',
        y: 'n',
        text: ({ bias }) => unitText(bias, unit, true),
        fill: 'var(--ink)',
      }),
      Plot.text(panels, {
        fx: 'column',
        fy: 'line',
        frameAnchor: 'top-left',
        dy: -15,
        text: 'label',
        fill: 'var(--ink)',
        fontWeight: 600,
      }),
    ],
  });
}
